import { Button, Popover, PopoverSurface, PopoverTrigger, SearchBox } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { useCommands } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { toggled } from '../../store/incident-filter';
import { useChoices } from '../common/use-choices';
import { VirtualList } from '../../ui/VirtualList';
import { CreationTime, UpdateTime } from './TimeRange';
import { EntityFilter } from './EntityFilter';
import { choiceWords, choosing, chosenOf, FILTER_PARTS, type FilterPart, storedChoices, tenantChoices, waysNarrowed } from './filter-words';
import { BELOW_START } from '../../ui/popover-place';

/** Opens everything the list can be narrowed by that has no place in the toolbar. */
export function FilterButton() {
  const [open, setOpen] = useState(false);
  const filter = useApp((state) => state.filter);
  const active = waysNarrowed(filter);
  useCommands('Queue', [{ id: 'filters', label: i18n.t('Filters…'), run: () => setOpen(true) }]);
  return (
    <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning={BELOW_START} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<Filter20Regular />} appearance={active > 0 ? 'outline' : 'subtle'} data-key="filter">
          {active > 0 ? i18n.t('Filters: {active}', { active }) : i18n.t('Filters')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="filter-popover" aria-label={i18n.t('Filters')}>
        <FilterPanel />
      </PopoverSurface>
    </Popover>
  );
}

function FilterPanel() {
  const [part, setPart] = useState<FilterPart>('assignees');
  const filter = useApp((state) => state.filter);
  return (
    <>
      <UpdateTime />
      <CreationTime />
      <EntityFilter />
      <div className="filter-parts">
        <div className="filter-part-names" role="group" aria-label={i18n.t('Narrow by')}>
          {FILTER_PARTS.map((one) => (
            <button key={one.part} type="button" aria-pressed={one.part === part} onClick={() => setPart(one.part)}>
              {i18n.t(one.label)}
              {chosenOf(filter, one.part).length > 0 && <span className="rail-count">{chosenOf(filter, one.part).length}</span>}
            </button>
          ))}
        </div>
        <FilterValues key={part} part={part} />
      </div>
    </>
  );
}

function FilterValues({ part }: { part: FilterPart }) {
  const [text, setText] = useState('');
  const tenants = useApp((state) => state.tenants);
  const { values: stored, looking, failed } = useChoices(text, (choices) => storedChoices(part, choices));
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const chosen = chosenOf(filter, part);
  const known = [...tenantChoices(part, tenants), ...stored];
  const wanted = text.trim().toLowerCase();
  // What was chosen stays in reach, also when nothing stored has it any more.
  const all = [...chosen.filter((value) => !known.includes(value)), ...known];
  const values = all.filter((value) => choiceWords(part, value, tenants).toLowerCase().includes(wanted));
  const name = FILTER_PARTS.find((one) => one.part === part);
  const label = name ? i18n.t(name.label) : '';
  return (
    <div className="filter-values">
      <SearchBox
        size="small"
        placeholder={i18n.t('Find in {label}', { label: label.toLowerCase() })}
        aria-label={i18n.t('Find in {label}', { label: label.toLowerCase() })}
        value={text}
        onChange={(_event, data) => setText(data.value)}
      />
      {failed && <p className="filter-none">{i18n.t('What is stored could not be looked through. Close this and open it again.')}</p>}
      {values.length === 0 ? (
        !failed && <p className="quiet filter-none">{looking ? i18n.t('Looking…') : i18n.t('Nothing stored has one.')}</p>
      ) : (
        <VirtualList
          label={label}
          multiple
          items={values}
          rowHeight={30}
          keyOf={(value) => value}
          isSelected={(value) => chosen.includes(value)}
          onSelect={(value) => setFilter(choosing(filter, part, toggled(chosen, value)))}
        >
          {(value) => (
            <>
              <span className="filter-tick" aria-hidden="true">
                {chosen.includes(value) ? '✓' : ''}
              </span>
              <span className="clip" title={choiceWords(part, value, tenants)}>
                {choiceWords(part, value, tenants)}
              </span>
            </>
          )}
        </VirtualList>
      )}
    </div>
  );
}
