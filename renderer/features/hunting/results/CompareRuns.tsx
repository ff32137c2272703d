import { Select, Spinner, Tab, TabList } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useMemo, useState } from 'react';
import type { HuntingPastRun, HuntingRow, HuntingRun } from '../../../../contract/hunting';
import { useQuery } from '../../../bridge/use-query';
import { localTime } from '../../../ui/relative-time';
import type { Column } from '../../../ui/table-columns';
import { VirtualTable } from '../../../ui/VirtualTable';
import { cellText, isNumber, widthOf } from './cell';

/** Most rows of each side that are shown; the count before them is of all. */
const MOST = 500;

type Side = 'added' | 'gone';

interface CompareRunsProps {
  run: HuntingRun;
  nameOf(tenantId: string): string;
  utc: boolean;
}

/** What a run has that an earlier one had not, and the other way round. Tenants that are not whole in both are named, not compared. */
export function CompareRuns({ run, nameOf, utc }: CompareRunsProps) {
  const [runs] = useQuery('hunting.runs', undefined, run.version);
  const [chosen, setChosen] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('added');
  const bases = runs.state === 'ready' ? basesOf(runs.value, run) : [];
  const baseRunId = chosen ?? bases[0]?.runId ?? null;
  const [query] = useQuery('hunting.compare', baseRunId === null ? null : { runId: run.runId, baseRunId, limit: MOST }, run.version);
  const answer = query.state === 'ready' && baseRunId !== null ? query.value : null;
  const columns = useMemo(() => columnsOf(answer?.columns ?? [], nameOf, utc), [answer, nameOf, utc]);

  if (runs.state === 'loading') return <Spinner size="tiny" label={i18n.t('Looking…')} />;
  if (runs.state === 'failed') return <p className="results-line">{i18n.t('Earlier runs cannot be read.')}</p>;
  if (bases.length === 0)
    return (
      <p className="results-line">
        {i18n.t('There is no other run of this query whose rows are still here. Run it again later, and compare then.')}
      </p>
    );
  const found = answer?.[side];
  return (
    <>
      <div className="results-line">
        <Select size="small" aria-label={i18n.t('Compare with')} value={baseRunId ?? ''} onChange={(_event, { value }) => setChosen(value)}>
          {bases.map((base) => (
            <option key={base.runId} value={base.runId}>
              {baseWords(base)}
            </option>
          ))}
        </Select>
        {answer !== null && (
          <TabList size="small" selectedValue={side} onTabSelect={(_event, { value }) => setSide(value === 'gone' ? 'gone' : 'added')}>
            <Tab value="added">{i18n.t('New ({count})', { count: i18n.number(answer.added.total) })}</Tab>
            <Tab value="gone">{i18n.t('No longer there ({count})', { count: i18n.number(answer.gone.total) })}</Tab>
          </TabList>
        )}
        {query.state === 'loading' && <Spinner size="tiny" label={i18n.t('Comparing…')} />}
        {query.state === 'failed' && <span>{i18n.t('The runs cannot be compared: rows of one of them are gone.')}</span>}
        {found !== undefined && found.total > found.rows.length && (
          <span className="quiet">{i18n.t('The first {count} are shown.', { count: i18n.number(found.rows.length) })}</span>
        )}
      </div>
      {answer !== null && answer.notCompared.length > 0 && (
        <p className="results-line" role="status">
          {i18n.t(
            '{count, plural, one {# tenant is not compared, because it is not whole in both runs: {names}} other {# tenants are not compared, because they are not whole in both runs: {names}}}',
            { count: answer.notCompared.length, names: answer.notCompared.map(nameOf).join(', ') },
          )}
        </p>
      )}
      {found?.total === 0 && (
        <p className="results-line quiet">
          {side === 'added'
            ? i18n.t('No row is new in the tenants that were compared.')
            : i18n.t('No row is gone in the tenants that were compared.')}
        </p>
      )}
      {found !== undefined && found.total > 0 && (
        <VirtualTable
          key={side}
          label={side === 'added' ? i18n.t('New rows') : i18n.t('Rows no longer there')}
          columns={columns}
          count={found.rows.length}
          rowAt={(index) => found.rows[index]}
          isSelected={() => false}
          following={false}
          onOpen={() => {}}
          onClose={() => {}}
        />
      )}
    </>
  );
}

/** Runs of the same query whose rows are still here, the newest first: rows of another one say nothing of what is new. */
function basesOf(runs: readonly HuntingPastRun[], run: HuntingRun): HuntingPastRun[] {
  return runs.filter(({ open, runId, query }) => open && runId !== run.runId && query === run.query);
}

function baseWords({ startedAt, rows }: HuntingPastRun): string {
  return i18n.t('The run at {at}, {rows, plural, one {# row} other {# rows}}', { at: localTime(startedAt), rows });
}

function columnsOf(given: HuntingRun['columns'], nameOf: (tenantId: string) => string, utc: boolean): Column<HuntingRow>[] {
  return [
    {
      id: 'tenant',
      header: i18n.t('Tenant'),
      width: 170,
      cell: ({ tenantId }) => (
        <strong className="clip" title={tenantId}>
          {nameOf(tenantId)}
        </strong>
      ),
    },
    {
      id: 'tenant id',
      header: i18n.t('Tenant ID'),
      width: 118,
      cell: ({ tenantId }) => <span className="code quiet clip">{tenantId}</span>,
    },
    ...given.map(
      ({ name, type }, index): Column<HuntingRow> => ({
        id: name,
        header: name,
        width: widthOf(name, type),
        grow: 1,
        ...(isNumber(type) ? { align: 'end' as const } : {}),
        cell: ({ values }) => <span className="clip">{cellText(values[index] ?? null, type, utc)}</span>,
      }),
    ),
  ];
}
