import { Button, Popover, PopoverSurface, PopoverTrigger, Spinner } from '@fluentui/react-components';
import { ArrowSortDown16Filled, ArrowSortUp16Filled, ChevronDown12Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import type { HuntingFilter, HuntingRun, HuntingSelection, HuntingValue } from '../../../../contract/hunting';
import { useQuery } from '../../../bridge/use-query';
import { KeyValueList } from '../../../ui/KeyValueList';
import { BELOW_END } from '../../../ui/popover-place';

interface ColumnHeadProps {
  run: HuntingRun;
  /** Its name among the run's columns, and for people. */
  column: string;
  label: string;
  selection: HuntingSelection;
  sorted: 'ascending' | 'descending' | null;
  valueWords(value: HuntingValue): string;
  onSort(descending: boolean): void;
  onGroup(): void;
  onFilter(filter: HuntingFilter): void;
}

/** A column's name, which sorts, and behind it what is in the column. */
export function ColumnHead(props: ColumnHeadProps) {
  const { label, sorted, onSort } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="table-sort" title={label} onClick={() => onSort(sorted === 'ascending')}>
        <span className="clip">{label}</span>
        {sorted === 'ascending' && <ArrowSortUp16Filled aria-label={i18n.t('sorted upwards')} />}
        {sorted === 'descending' && <ArrowSortDown16Filled aria-label={i18n.t('sorted downwards')} />}
      </button>
      <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning={BELOW_END} trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="transparent"
            icon={<ChevronDown12Regular />}
            aria-label={i18n.t('What is in {label}', { label })}
          />
        </PopoverTrigger>
        <PopoverSurface className="column-popover" aria-label={i18n.t('What is in {label}', { label })}>
          <ColumnFacts {...props} onDone={() => setOpen(false)} />
        </PopoverSurface>
      </Popover>
    </>
  );
}

function ColumnFacts({ run, column, selection, valueWords, onSort, onGroup, onFilter, onDone }: ColumnHeadProps & { onDone(): void }) {
  const [query] = useQuery('hunting.columnStats', { runId: run.runId, column, selection }, run.version);
  const then = (work: () => void) => () => {
    work();
    onDone();
  };
  return (
    <>
      <div className="column-actions">
        <Button size="small" icon={<ArrowSortUp16Filled />} onClick={then(() => onSort(false))}>
          {i18n.t('Upwards')}
        </Button>
        <Button size="small" icon={<ArrowSortDown16Filled />} onClick={then(() => onSort(true))}>
          {i18n.t('Downwards')}
        </Button>
        <Button size="small" onClick={then(onGroup)}>
          {i18n.t('Group')}
        </Button>
      </div>
      {query.state === 'loading' && <Spinner size="tiny" label={i18n.t('Counting…')} />}
      {query.state === 'failed' && <p>{i18n.t('This could not be counted.')}</p>}
      {query.state === 'ready' && (
        <>
          <KeyValueList
            items={[
              { name: i18n.t('Rows'), value: i18n.number(query.value.rows) },
              { name: i18n.t('Empty'), value: i18n.number(query.value.empty) },
              { name: i18n.t('Different values'), value: i18n.number(query.value.distinct) },
              { name: i18n.t('Smallest'), value: valueWords(query.value.min) },
              { name: i18n.t('Largest'), value: valueWords(query.value.max) },
              ...(query.value.mean === null ? [] : [{ name: i18n.t('Mean'), value: i18n.number(query.value.mean) }]),
            ]}
          />
          <ul className="column-top" aria-label={i18n.t('Most frequent values')}>
            {query.value.top.map(({ value, rows }) => (
              <li key={String(value)}>
                <button
                  type="button"
                  title={i18n.t('Only rows with this value')}
                  onClick={then(() => onFilter(value === null ? { column, op: 'isEmpty', value: null } : { column, op: 'equals', value }))}
                >
                  <span className="clip">{valueWords(value) || i18n.t('(empty)')}</span>
                  <span className="quiet">{i18n.number(rows)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
