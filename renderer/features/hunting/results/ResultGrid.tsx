import { useMemo } from 'react';
import { i18n } from '@lingui/core';
import type { HuntingFilter, HuntingRow, HuntingRun, HuntingSelection, HuntingValue, HuntingView } from '../../../../contract/hunting';
import { EmptyState } from '../../../ui/EmptyState';
import type { Column } from '../../../ui/table-columns';
import { VirtualTable } from '../../../ui/VirtualTable';
import { cellText, isNumber, widthOf } from './cell';
import { ColumnHead } from './ColumnHead';
import type { RowsState, RowsWindow } from './rows-window';

interface ResultGridProps {
  run: HuntingRun;
  rows: RowsWindow;
  state: RowsState;
  view: HuntingView;
  selection: HuntingSelection;
  nameOf(tenantId: string): string;
  utc: boolean;
  selected: HuntingRow | null;
  onSelect(row: HuntingRow | null): void;
  onView(patch: Partial<HuntingView>): void;
  onGroup(column: string): void;
}

/** The rows of all tenants in one grid; whose each is stands first. */
export function ResultGrid({ run, rows, state, view, selection, nameOf, utc, selected, onSelect, onView, onGroup }: ResultGridProps) {
  const { columns: given, revision } = state;
  const columns = useMemo(() => {
    const head = (column: string, label: string, valueWords: (value: HuntingValue) => string) => (
      <ColumnHead
        run={run}
        column={column}
        label={label}
        selection={selection}
        sorted={view.sort?.column !== column ? null : view.sort.descending ? 'descending' : 'ascending'}
        valueWords={valueWords}
        onSort={(descending) => onView({ sort: { column, descending } })}
        onGroup={() => onGroup(column)}
        onFilter={(filter) => onView({ filters: withFilter(view.filters, filter) })}
      />
    );
    const tenant: Column<HuntingRow> = {
      id: 'tenant',
      header: i18n.t('Tenant'),
      head: head('tenantId', i18n.t('Tenant'), (value) => nameOf(String(value ?? ''))),
      width: 170,
      cell: ({ tenantId }) => (
        <strong className="clip" title={tenantId}>
          {nameOf(tenantId)}
        </strong>
      ),
    };
    const tenantId: Column<HuntingRow> = {
      id: 'tenant id',
      header: i18n.t('Tenant ID'),
      width: 118,
      cell: (row) => (
        <span className="code quiet clip" title={row.tenantId}>
          {row.tenantId}
        </span>
      ),
    };
    const own = given.map(({ name, type }, index): Column<HuntingRow> => {
      const words = (value: HuntingValue) => cellText(value, type, utc);
      return {
        id: name,
        header: name,
        head: head(name, name, words),
        width: widthOf(name, type),
        grow: 1,
        ...(isNumber(type) ? { align: 'end' as const } : {}),
        cell: (row) => <span className="clip">{words(row.values[index] ?? null)}</span>,
      };
    });
    return [tenant, tenantId, ...own];
  }, [run, given, view, selection, nameOf, utc, onView, onGroup]);

  return (
    <VirtualTable
      key={`${run.runId}`}
      label={i18n.t('Results')}
      columns={columns}
      count={state.total}
      rowAt={(index) => (revision >= 0 ? rows.rowAt(index) : undefined)}
      isSelected={(row) => row === selected}
      following={selected !== null}
      onOpen={onSelect}
      onClose={() => onSelect(null)}
      onView={(spans) => rows.want(spans)}
      rowHeight={30}
      listKey={JSON.stringify(view)}
      empty={<NoRows run={run} narrowed={view.filters.length > 0 || view.text !== ''} />}
    />
  );
}

/** Why there are no rows: that nothing was found is only said of tenants that are whole. */
function NoRows({ run, narrowed }: { run: HuntingRun; narrowed: boolean }) {
  const whole = run.tenants.filter(({ state }) => state === 'done').length;
  if (run.state === 'running') return <EmptyState icon="…" title={i18n.t('No rows yet')} />;
  if (narrowed && run.totalRows > 0) return <EmptyState icon="∅" title={i18n.t('No row has this')} />;
  return (
    <EmptyState icon="∅" title={whole === run.tenants.length ? i18n.t('No tenant has such rows') : i18n.t('No rows came')}>
      {whole < run.tenants.length &&
        i18n.t('{whole} of {total} tenants answered whole. Of the others nothing is known: see Tenants.', {
          whole,
          total: run.tenants.length,
        })}
    </EmptyState>
  );
}

/** One filter a column and kind: a new one takes the place of the old. */
export function withFilter(filters: readonly HuntingFilter[], filter: HuntingFilter): HuntingFilter[] {
  return [...filters.filter(({ column }) => column !== filter.column), filter];
}
