import { Button, Input, Tab, TabList } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { HuntingExportFormat, HuntingRow, HuntingRun, HuntingView } from '../../../../contract/hunting';
import type { TenantId } from '../../../../contract/ids';
import { call } from '../../../bridge/client';
import { useApp } from '../../../store/app-store';
import { Pill } from '../../../ui/Pill';
import { StateDot } from '../../../ui/StateBadge';
import { useNotices } from '../../../ui/notices';
import { useAction } from '../../common/use-action';
import { cellText } from '../results/cell';
import { renderOf } from '../results/chart-data';
import { CompareRuns } from '../results/CompareRuns';
import { GroupTable } from '../results/GroupTable';
import { ResultChart } from '../results/ResultChart';
import { ResultGrid, withFilter } from '../results/ResultGrid';
import { RowPanel } from '../results/RowPanel';
import { RowsWindow } from '../results/rows-window';
import { ExportProgress } from './ExportProgress';
import { AfterRun } from './RunBar';
import { countsOf, runCoverage } from './run-coverage';
import { RunTenants } from './RunTenants';

type Shown = 'rows' | 'chart' | 'tenants' | 'compare';

const ALL: HuntingView = { sort: null, filters: [], text: '' };

/** A run: how far it speaks for the tenants, its rows, its chart, and how each tenant did. */
export function RunArea({ run, utc }: { run: HuntingRun; utc: boolean }) {
  const tenants = useApp((state) => state.tenants);
  const asked = renderOf(run.query);
  const [shown, setShown] = useState<Shown>(asked === null ? 'rows' : 'chart');
  const [view, setView] = useState(ALL);
  const [groupBy, setGroupBy] = useState<string | null>(null);
  const [selected, setSelected] = useState<HuntingRow | null>(null);
  const [rows] = useState(() => new RowsWindow((wanted) => call('hunting.rows', wanted)));
  const state = useSyncExternalStore(rows.subscribe, rows.state);
  const [exporting, setExporting] = useState(false);
  const { run: act } = useAction();
  const notices = useNotices();
  const names = useMemo(() => new Map(tenants.map(({ tenantId, displayName }) => [tenantId, displayName])), [tenants]);
  const nameOf = useCallback((tenantId: string) => names.get(tenantId) ?? tenantId, [names]);
  useEffect(() => rows.show({ runId: run.runId, view }, run.version), [rows, run.runId, run.version, view]);

  const changeView = useCallback((patch: Partial<HuntingView>) => {
    setView((now) => ({ ...now, ...patch }));
    setSelected(null);
  }, []);
  const retry = (tenantIds: TenantId[] | null) => void act(() => call('hunting.retry', { runId: run.runId, tenantIds }));
  const exportRows = async (format: HuntingExportFormat) => {
    setExporting(true);
    const result = await act(() => call('hunting.export', { runId: run.runId, format, view }));
    setExporting(false);
    if (!result.ok) return;
    const { fileName } = result.value;
    if (result.value.outcome === 'refused') notices.failed(i18n.t('{fileName} was not written', { fileName }), result.value.detail);
    else notices.done(i18n.t('{rows, plural, one {# row} other {# rows}} written to {fileName}', { rows: result.value.rows, fileName }));
  };

  const counts = countsOf(run.tenants);
  const coverage = runCoverage(run);
  const selection = { filters: view.filters, text: view.text };
  const grouped = groupBy === null ? undefined : run.columns.find(({ name }) => name === groupBy);
  const wordsOfGroup = (value: HuntingRow['values'][number]) =>
    grouped ? cellText(value, grouped.type, utc) : groupBy === 'tenantId' ? nameOf(String(value ?? '')) : String(value ?? '');

  return (
    <div className="run-area">
      <div className="run-line">
        <div role="status" aria-label={i18n.t('Coverage of the run')} className="run-coverage">
          <StateDot tone={coverage.tone} />
          <strong>{i18n.t('{rows, plural, one {# row} other {# rows}}', { rows: run.totalRows })}</strong> · {coverage.text}
        </div>
        {exporting && <ExportProgress runId={run.runId} />}
        <AfterRun
          exporting={exporting}
          again={run.state === 'running' ? 0 : counts.failed + counts.partial + counts.cancelled}
          onRetry={() => retry(null)}
          onExport={(format) => void exportRows(format)}
        />
      </div>
      <div className="run-tabs">
        <TabList
          size="small"
          selectedValue={shown}
          onTabSelect={(_event, { value }) => setShown(SHOWN.find((one) => one === value) ?? 'rows')}
        >
          <Tab value="rows">{i18n.t('Rows')}</Tab>
          <Tab value="chart">{i18n.t('Chart')}</Tab>
          <Tab value="tenants">{i18n.t('Tenants ({count})', { count: run.tenants.length })}</Tab>
          <Tab value="compare">{i18n.t('Compare')}</Tab>
        </TabList>
        <span className="toolbar-space" />
        {view.filters.map((filter) => (
          <Button
            key={filter.column}
            size="small"
            shape="circular"
            title={i18n.t('Take this filter away')}
            onClick={() => changeView({ filters: view.filters.filter((one) => one !== filter) })}
          >
            {filterWords(filter, nameOf)} ✕
          </Button>
        ))}
        {(shown === 'rows' || shown === 'chart') && (
          <Input
            size="small"
            type="search"
            aria-label={i18n.t('Find in rows')}
            placeholder={i18n.t('Find in rows')}
            contentBefore={<Search16Regular />}
            value={view.text}
            onChange={(_event, { value }) => changeView({ text: value.slice(0, 500) })}
          />
        )}
        {view.filters.length + view.text.length > 0 && state.state === 'ready' && (
          <Pill>{i18n.t('{total} shown', { total: i18n.number(state.total) })}</Pill>
        )}
      </div>
      <div className="run-body">
        <div className="run-shown">
          {shown === 'rows' && state.state === 'failed' && (
            <p className="results-line">{i18n.t('The rows cannot be read. They may be of an earlier session: run the query again.')}</p>
          )}
          {shown === 'rows' && groupBy !== null && (
            <GroupTable
              run={run}
              column={groupBy}
              label={groupBy === 'tenantId' ? i18n.t('Tenant') : groupBy}
              selection={selection}
              valueWords={wordsOfGroup}
              onFilter={(filter) => {
                changeView({ filters: withFilter(view.filters, filter) });
                setGroupBy(null);
              }}
              onClose={() => setGroupBy(null)}
            />
          )}
          {shown === 'rows' && groupBy === null && state.state !== 'failed' && (
            <ResultGrid
              run={run}
              rows={rows}
              state={state}
              view={view}
              selection={selection}
              nameOf={nameOf}
              utc={utc}
              selected={selected}
              onSelect={setSelected}
              onView={changeView}
              onGroup={setGroupBy}
            />
          )}
          {shown === 'chart' && <ResultChart run={run} view={view} kind={asked ?? 'columnchart'} nameOf={nameOf} utc={utc} />}
          {shown === 'compare' && <CompareRuns run={run} nameOf={nameOf} utc={utc} />}
          {shown === 'tenants' && (
            <RunTenants
              run={run}
              tenants={tenants}
              onRetry={retry}
              onTenant={(tenantId) => {
                changeView({ filters: withFilter(view.filters, { column: 'tenantId', op: 'equals', value: tenantId }) });
                setShown('rows');
              }}
            />
          )}
        </div>
        {selected !== null && shown === 'rows' && (
          <RowPanel
            row={selected}
            columns={state.columns}
            tenantName={nameOf(selected.tenantId)}
            utc={utc}
            onClose={() => setSelected(null)}
          />
        )}
      </div>
    </div>
  );
}

const SHOWN: readonly Shown[] = ['rows', 'chart', 'tenants', 'compare'];

function filterWords({ column, op, value }: HuntingView['filters'][number], nameOf: (tenantId: string) => string): string {
  const name = column === 'tenantId' ? i18n.t('Tenant') : column;
  if (op === 'isEmpty') return i18n.t('{name} is empty', { name });
  return i18n.t('{name} is {value}', { name, value: column === 'tenantId' ? nameOf(String(value)) : String(value) });
}
