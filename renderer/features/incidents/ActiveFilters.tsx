import { i18n } from '@lingui/core';
import { Dismiss12Regular } from '@fluentui/react-icons';
import { useApp } from '../../store/app-store';
import { choiceWords, choosing, chosenOf, FILTER_PARTS, waysNarrowed } from './filter-words';
import { utcTime } from '../../ui/relative-time';
import { spoken } from '../common/incident-words';
import { observableKindName } from './observable-words';
import { openAtWords, spanWords, timeWords } from './time-words';

/** Each filter that has no place in the toolbar, by name, and a way to take it off: nothing narrows the list unseen. */
export function ActiveFilters() {
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const tenants = useApp((state) => state.tenants);
  const parts = FILTER_PARTS.filter(({ part }) => chosenOf(filter, part).length > 0);
  const time = timeWords(filter);
  const resolved = spanWords(filter.resolvedFrom, null);
  const created = spanWords(filter.createdFrom, filter.createdBefore);
  const { entities, similarTo, exceptStatuses, openAt } = filter;
  if (waysNarrowed(filter) === 0) return null;
  return (
    <div className="active-filters" role="group" aria-label={i18n.t('Filters in use')}>
      {time !== null && (
        <FilterChip
          label={i18n.t('Last update')}
          words={time}
          hover={timeWords(filter, utcTime)}
          onRemove={() => setFilter({ updatedWithinHours: null, updatedFrom: null, updatedBefore: null })}
        />
      )}
      {created !== null && (
        <FilterChip
          label={i18n.t('Created')}
          words={created}
          hover={spanWords(filter.createdFrom, filter.createdBefore, utcTime)}
          onRemove={() => setFilter({ createdFrom: null, createdBefore: null })}
        />
      )}
      {resolved !== null && (
        <FilterChip
          label={i18n.t('Resolved')}
          words={resolved}
          hover={spanWords(filter.resolvedFrom, null, utcTime)}
          onRemove={() => setFilter({ resolvedFrom: null })}
        />
      )}
      {openAt !== null && (
        <FilterChip
          label={i18n.t('Open on')}
          words={openAtWords(openAt)}
          hover={openAtWords(openAt, utcTime)}
          onRemove={() => setFilter({ openAt: null })}
        />
      )}
      {exceptStatuses.length > 0 && (
        <FilterChip
          label={i18n.t('Status')}
          words={i18n.t('any but {statuses}', { statuses: exceptStatuses.map(spoken).join(', ') })}
          onRemove={() => setFilter({ exceptStatuses: [] })}
        />
      )}
      {similarTo !== null && (
        <FilterChip
          label={i18n.t('Possible campaign')}
          words={i18n.t('#{id} of {tenant} and those like it', {
            id: similarTo.incidentId,
            tenant: choiceWords('tenantIds', similarTo.tenantId, tenants),
          })}
          onRemove={() => setFilter({ similarTo: null })}
        />
      )}
      {entities.length > 0 && (
        <FilterChip
          label={i18n.t('Seen in it')}
          words={entities.map(({ kind, value }) => i18n.t('{kind} {value}', { kind: observableKindName(kind), value })).join(', ')}
          onRemove={() => setFilter({ entities: [] })}
        />
      )}
      {parts.map(({ part, label }) => (
        <FilterChip
          key={part}
          label={label}
          words={chosenOf(filter, part)
            .map((value) => choiceWords(part, value, tenants))
            .join(', ')}
          onRemove={() => setFilter(choosing(filter, part, []))}
        />
      ))}
    </div>
  );
}

interface FilterChipProps {
  label: string;
  words: string;
  /** In place of the words themselves: the same with moments in UTC. */
  hover?: string | null;
  onRemove(): void;
}

function FilterChip({ label, words, hover, onRemove }: FilterChipProps) {
  return (
    <span className="chip active-filter">
      <span className="clip" title={hover ?? words}>
        {label}: <strong>{words}</strong>
      </span>
      <button type="button" aria-label={i18n.t('Remove filter {label}', { label })} onClick={onRemove}>
        <Dismiss12Regular aria-hidden="true" />
      </button>
    </span>
  );
}
