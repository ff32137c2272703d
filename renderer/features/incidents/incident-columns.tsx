import type { IncidentRow } from '../../../contract/incident';
import { RelativeTime } from '../../ui/RelativeTime';
import { SeverityBars } from '../../ui/SeverityBars';
import { StateDot } from '../../ui/StateBadge';
import type { Column } from '../../ui/table-columns';
import { counted, severityLevel, spoken } from '../common/incident-words';
import { stateWords } from '../common/state-words';
import { StatusMark } from './StatusMark';

const SEVERITY: Column<IncidentRow> = {
  id: 'severity',
  header: 'Severity',
  width: 120,
  sortable: true,
  cell: ({ severity }) => <SeverityBars level={severityLevel(severity)} label={spoken(severity)} />,
};

const NAME: Column<IncidentRow> = {
  id: 'name',
  header: 'Incident',
  width: 198,
  comfort: 220,
  grow: 4,
  sortable: true,
  cell: ({ name, incidentId }) => (
    <>
      <strong className="clip" title={name}>
        {name || 'Without a name'}
      </strong>
      <span className="quiet incident-id">#{incidentId}</span>
    </>
  ),
};

const STATUS: Column<IncidentRow> = {
  id: 'status',
  header: 'Status',
  width: 108,
  dropOrder: 2,
  sortable: true,
  cell: ({ status }) => <StatusMark status={status} />,
};

/** The state of the row's tenant stands beside its name: a row of a failed tenant never looks fresh. */
const TENANT: Column<IncidentRow> = {
  id: 'tenant',
  header: 'Tenant',
  width: 124,
  grow: 1.6,
  sortable: true,
  cell: ({ tenantName, tenantState }) => (
    <>
      {tenantState !== 'fresh' && <StateDot tone={stateWords(tenantState).tone} label={stateWords(tenantState).label} />}
      <span className="clip" title={tenantName}>
        {tenantName}
      </span>
    </>
  ),
};

const ALERTS: Column<IncidentRow> = {
  id: 'alertCount',
  header: 'Alerts',
  width: 66,
  dropOrder: 3,
  sortable: true,
  align: 'end',
  cell: ({ alertCount }) => counted(alertCount),
};

const ASSIGNED: Column<IncidentRow> = {
  id: 'assignedTo',
  header: 'Assigned to',
  width: 112,
  grow: 1.3,
  dropOrder: 4,
  sortable: true,
  cell: ({ assignedTo }) => (
    <span className={assignedTo ? 'clip' : 'clip quiet'} title={assignedTo ?? undefined}>
      {assignedTo ?? 'Unassigned'}
    </span>
  ),
};

const UPDATED: Column<IncidentRow> = {
  id: 'updatedAt',
  header: 'Last update',
  width: 118,
  dropOrder: 1,
  sortable: true,
  cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
};

/** The columns of the incident grid. The tenant is one of them also when only one is shown. */
export const INCIDENT_COLUMNS: readonly Column<IncidentRow>[] = [SEVERITY, NAME, STATUS, TENANT, ALERTS, ASSIGNED, UPDATED];
