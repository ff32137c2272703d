import { Dismiss12Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useApp } from '../../store/app-store';
import { choiceWords, choosing, chosenOf, FILTER_PARTS, SPANS } from './filter-words';

/** Each filter that has no place in the toolbar, by name, and a way to take it off: nothing narrows the list unseen. */
export function ActiveFilters() {
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const parts = FILTER_PARTS.filter(({ part }) => chosenOf(filter, part).length > 0);
  const span = SPANS.find(({ hours }) => hours !== null && hours === filter.updatedWithinHours);
  if (parts.length === 0 && filter.updatedWithinHours === null) return null;
  return (
    <div className="active-filters" role="group" aria-label={i18n.t('Filters in use')}>
      {filter.updatedWithinHours !== null && (
        <FilterChip
          label={i18n.t('Last update')}
          words={span ? i18n.t(span.label) : i18n.t('Last {updatedWithinHours} hours', { updatedWithinHours: filter.updatedWithinHours })}
          onRemove={() => setFilter({ updatedWithinHours: null })}
        />
      )}
      {parts.map(({ part, label }) => (
        <FilterChip
          key={part}
          label={label}
          words={chosenOf(filter, part)
            .map((value) => choiceWords(part, value))
            .join(', ')}
          onRemove={() => setFilter(choosing(filter, part, []))}
        />
      ))}
    </div>
  );
}

function FilterChip({ label, words, onRemove }: { label: string; words: string; onRemove(): void }) {
  return (
    <span className="chip active-filter">
      <span className="clip" title={words}>
        {label}: <strong>{words}</strong>
      </span>
      <button type="button" aria-label={i18n.t('Remove filter {label}', { label })} onClick={onRemove}>
        <Dismiss12Regular aria-hidden="true" />
      </button>
    </span>
  );
}
