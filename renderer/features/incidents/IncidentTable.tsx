import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { IncidentKey, TenantId } from '../../../contract/ids';
import { type IncidentRow, incidentSort } from '../../../contract/incident';
import type { KeyAction } from '../../keys/keymap';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { listQuery, queryKey, sortedBy } from '../../store/incident-filter';
import { incidentList, useIncidentList } from '../../store/incident-list';
import { pickKey } from '../../store/incidents-slice';
import { QUEUE_COLUMNS, withWidth } from '../../store/queue-layout';
import type { RowSpan } from '../../ui/grouped-rows';
import { type TableGroups, type TableHandle, VirtualTable } from '../../ui/VirtualTable';
import { useWriteKeys } from '../writing/use-write-keys';
import { GroupHead } from './GroupHead';
import { incidentColumns } from './incident-columns';
import { NoIncidents } from './NoIncidents';
import { pickColumn } from './pick-column';

interface IncidentTableProps {
  tenantId: TenantId | null;
  selected: IncidentKey | null;
}

/** Rows drawn before the first answer, as shimmers. */
const PLACEHOLDERS = 12;

const onView = (spans: readonly RowSpan[], active: number | null) => incidentList.want(spans, active);
const onColumns = (shown: readonly { id: string }[]) => useApp.getState().setFitting(shown.map(({ id }) => id));

/** The grid over the incident list; it asks only for what is in view. */
export function IncidentTable({ tenantId, selected }: IncidentTableProps) {
  const { state, holding, total, summary, shift } = useIncidentList();
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const layout = useApp((state) => state.layout);
  const setLayout = useApp((state) => state.setLayout);
  const picked = useApp((state) => state.picked);
  const togglePicked = useApp((state) => state.togglePicked);
  const go = useApp((state) => state.go);
  const columns = useMemo(() => [pickColumn(), ...incidentColumns(layout)], [layout]);
  const listKey = queryKey(listQuery(tenantId, filter));
  useEffect(() => incidentList.show(listQuery(tenantId, filter)), [tenantId, filter]);
  const groups = useGroups(state === 'ready' || holding ? (summary?.groups ?? null) : null);

  const isSelected = (row: IncidentRow) =>
    picked.has(pickKey(row)) || (row.incidentId === selected?.incidentId && row.tenantId === selected.tenantId);
  const onSort = (column: string) => {
    const sort = incidentSort.safeParse(column);
    if (sort.success) setFilter(sortedBy(filter, sort.data));
  };
  const onResize = (column: string, width: number) => {
    const id = QUEUE_COLUMNS.find((one) => one === column);
    if (id) setLayout({ columns: withWidth(layout, id, width) });
  };

  const table = useRef<TableHandle<IncidentRow>>(null);
  const tableKey = (id: string, label: string, keys: readonly string[]): KeyAction => ({
    id: `table ${id}`,
    label,
    group: 'Queue',
    keys,
    run: () => table.current?.press(keys[0] ?? ''),
  });
  useKeys([
    tableKey('down', i18n.t('Next incident'), ['j', 'ArrowDown']),
    tableKey('up', i18n.t('Incident before'), ['k', 'ArrowUp']),
    tableKey('pick', i18n.t('Tick the incident, or take the tick off'), ['x']),
    tableKey('open', i18n.t('Open the incident'), ['Enter']),
  ]);
  // With details open they are what one looks at.
  useWriteKeys(() => selected ?? table.current?.active() ?? null);

  return (
    <VirtualTable
      ref={table}
      label={i18n.t('Incidents')}
      columns={columns}
      count={state === 'failed' ? 0 : state === 'ready' || holding ? total : PLACEHOLDERS}
      rowAt={incidentList.rowAt}
      heldAt={holding ? incidentList.heldAt : undefined}
      busy={state === 'loading'}
      rowHeight={layout.compact ? 28 : 38}
      isSelected={isSelected}
      following={selected !== null}
      onOpen={(row) => go({ page: 'incidents', tenantId, incident: { tenantId: row.tenantId, incidentId: row.incidentId } })}
      onClose={() => go({ page: 'incidents', tenantId, incident: null })}
      onKey={(key, row) => {
        if (key !== 'x' || !row) return false;
        togglePicked(row);
        return true;
      }}
      sort={{ column: filter.sort, descending: filter.descending }}
      onSort={onSort}
      onResize={onResize}
      onColumns={onColumns}
      onView={onView}
      listKey={listKey}
      groups={groups}
      shift={shift}
      empty={<NoIncidents tenantId={tenantId} />}
    />
  );
}

/** The groups of a grouped list, and which of them are closed. Another grouping begins with all of them open. */
function useGroups(groups: TableGroups['groups'] | null): TableGroups | null {
  const groupBy = useApp(({ filter }) => filter.groupBy);
  const [closed, setClosed] = useState<{ by: string | null; values: ReadonlySet<string> }>({ by: null, values: new Set() });
  const values = closed.by === groupBy ? closed.values : NONE;
  return useMemo(() => {
    if (groups === null || groupBy === null) return null;
    return {
      groups,
      closed: values,
      onToggle: (value) => {
        const next = new Set(values);
        if (!next.delete(value)) next.add(value);
        setClosed({ by: groupBy, values: next });
      },
      head: ({ value, count }) => <GroupHead groupBy={groupBy} value={value} count={count} />,
    };
  }, [groups, groupBy, values]);
}

const NONE: ReadonlySet<string> = new Set();
