import type { IncidentKey, TenantId } from '../../../contract/ids';
import { type IncidentRow, incidentSort } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { listQuery, queryKey, sortedBy } from '../../store/incident-filter';
import { incidentList, useIncidentList } from '../../store/incident-list';
import { VirtualTable } from '../../ui/VirtualTable';
import { INCIDENT_COLUMNS } from './incident-columns';
import { NoIncidents } from './NoIncidents';

interface IncidentTableProps {
  tenantId: TenantId | null;
  selected: IncidentKey | null;
}

/** Rows drawn before the first answer, as shimmers. */
const PLACEHOLDERS = 12;

const onView = (first: number, last: number) => incidentList.want(first, last);

/** The grid over the incident list; it asks only for what is in view. */
export function IncidentTable({ tenantId, selected }: IncidentTableProps) {
  const { state, total } = useIncidentList();
  const filter = useApp((app) => app.filter);
  const setFilter = useApp((app) => app.setFilter);
  const go = useApp((app) => app.go);

  const isSelected = (row: IncidentRow) => row.incidentId === selected?.incidentId && row.tenantId === selected.tenantId;
  const onSort = (column: string) => {
    const sort = incidentSort.safeParse(column);
    if (sort.success) setFilter(sortedBy(filter, sort.data));
  };

  return (
    <VirtualTable
      label="Incidents"
      columns={INCIDENT_COLUMNS}
      count={state === 'loading' ? PLACEHOLDERS : state === 'failed' ? 0 : total}
      rowAt={incidentList.rowAt}
      isSelected={isSelected}
      following={selected !== null}
      onOpen={(row) => go({ page: 'incidents', tenantId, incident: { tenantId: row.tenantId, incidentId: row.incidentId } })}
      onClose={() => go({ page: 'incidents', tenantId, incident: null })}
      sort={{ column: filter.sort, descending: filter.descending }}
      onSort={onSort}
      onView={onView}
      listKey={queryKey(listQuery(tenantId, filter))}
      empty={<NoIncidents tenantId={tenantId} />}
    />
  );
}
