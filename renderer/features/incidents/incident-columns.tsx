import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { ShortTime } from '../../ui/RelativeTime';
import { SeverityBars } from '../../ui/SeverityBars';
import type { Column } from '../../ui/table-columns';
import { counted, severityLevel, spoken } from '../common/incident-words';
import type { QueueColumn, QueueLayout } from '../../store/queue-layout';
import { PendingMark } from '../writing/PendingMark';
import { NewsMark } from './NewsMark';
import { RowTenant } from './RowTenant';
import { StatusMark } from './StatusMark';
import { TenantRead } from './TenantRead';

const SEVERITY: Column<IncidentRow> = {
  id: 'severity',
  get header() {
    return i18n.t('Severity');
  },
  width: 118,
  sortable: true,
  cell: ({ severity }) => <SeverityBars level={severityLevel(severity)} label={spoken(severity)} />,
};

const NAME: Column<IncidentRow> = {
  id: 'name',
  get header() {
    return i18n.t('Incident');
  },
  width: 172,
  // Most of what a name says. Alerts, and then others, make room for it.
  comfort: 256,
  grow: 4,
  sortable: true,
  cell: ({ tenantId, name, incidentId, news, readAt }) => (
    <span className="incident-name">
      {news && <NewsMark news={news} />}
      <PendingMark incident={{ tenantId, incidentId, readAt }} />
      <span className="incident-title">
        <strong className="clip" title={i18n.t('{name} (#{id})', { name, id: incidentId })}>
          {name || i18n.t('Without a name')}
        </strong>
        <span className="quiet incident-id">#{incidentId}</span>
      </span>
    </span>
  ),
};

const STATUS: Column<IncidentRow> = {
  id: 'status',
  get header() {
    return i18n.t('Status');
  },
  width: 96,
  dropOrder: 2,
  lasting: true,
  sortable: true,
  cell: ({ status }) => <StatusMark status={status} />,
};

const TENANT: Column<IncidentRow> = {
  id: 'tenant',
  get header() {
    return i18n.t('Tenant');
  },
  width: 136,
  grow: 1.6,
  sortable: true,
  cell: (row) => <RowTenant {...row} />,
};

const ALERTS: Column<IncidentRow> = {
  id: 'alertCount',
  get header() {
    return i18n.t('Alerts');
  },
  width: 82,
  dropOrder: 5,
  sortable: true,
  align: 'end',
  cell: ({ alertCount }) => counted(alertCount),
};

const ASSIGNED: Column<IncidentRow> = {
  id: 'assignedTo',
  get header() {
    return i18n.t('Assigned to');
  },
  width: 98,
  grow: 1.3,
  dropOrder: 4,
  sortable: true,
  cell: ({ assignedTo }) => {
    if (assignedTo === null) return <span className="clip quiet">{i18n.t('Unassigned')}</span>;
    const [name = ''] = assignedTo.split('@', 1);
    return (
      <span className="clip" title={assignedTo}>
        {name}
        <span className="quiet">{assignedTo.slice(name.length)}</span>
      </span>
    );
  },
};

const UPDATED: Column<IncidentRow> = {
  id: 'updatedAt',
  get header() {
    return i18n.t('Last update');
  },
  width: 98,
  dropOrder: 1,
  lasting: true,
  sortable: true,
  cell: ({ updatedAt }) => <ShortTime at={updatedAt} />,
};

/** Stays longer than alerts and assignee where there is little room. Its head is short: it has to be there in a window of 1280, beside the assignee. */
const TENANT_READ: Column<IncidentRow> = {
  id: 'tenantRead',
  get header() {
    return i18n.t('Tenant read');
  },
  get head() {
    return i18n.t('Read');
  },
  get hint() {
    return i18n.t('When the row’s tenant was last read whole. Sorted: first never, then the longest ago');
  },
  width: 78,
  dropOrder: 3,
  sortable: true,
  cell: ({ tenantId, tenantState }) => <TenantRead tenantId={tenantId} state={tenantState} />,
};

const CREATED: Column<IncidentRow> = {
  id: 'createdAt',
  get header() {
    return i18n.t('Created');
  },
  width: 98,
  dropOrder: 6,
  sortable: true,
  cell: ({ createdAt }) => <ShortTime at={createdAt} />,
};

const CLASSIFICATION: Column<IncidentRow> = {
  id: 'classification',
  get header() {
    return i18n.t('Classification');
  },
  get hint() {
    return i18n.t(
      'Sorted: first true positives, then expected activity, then false positives. What nobody has classified is last either way',
    );
  },
  width: 130,
  dropOrder: 8,
  sortable: true,
  cell: ({ classification }) => <Text value={classification === null ? null : spoken(classification)} />,
};

const DETERMINATION: Column<IncidentRow> = {
  id: 'determination',
  get header() {
    return i18n.t('Determination');
  },
  get hint() {
    return i18n.t(
      'Sorted: first those of true positives, then of expected activity, then of false positives. What nobody has determined is last either way',
    );
  },
  width: 130,
  dropOrder: 9,
  sortable: true,
  cell: ({ determination }) => <Text value={determination === null ? null : spoken(determination)} />,
};

function Text({ value }: { value: string | null }) {
  return (
    <span className="clip" title={value ?? undefined}>
      {value ?? '–'}
    </span>
  );
}

const COLUMNS: Readonly<Record<QueueColumn, Column<IncidentRow>>> = {
  severity: SEVERITY,
  name: NAME,
  status: STATUS,
  tenant: TENANT,
  alertCount: ALERTS,
  assignedTo: ASSIGNED,
  updatedAt: UPDATED,
  tenantRead: TENANT_READ,
  createdAt: CREATED,
  classification: CLASSIFICATION,
  determination: DETERMINATION,
};

export const columnName = (id: QueueColumn) => COLUMNS[id].header;
/** How wide a column is when nobody set it. */
export const columnWidth = (id: QueueColumn) => COLUMNS[id].comfort ?? COLUMNS[id].width;

/** The columns of the incident grid as they were chosen. The tenant is one of them also when only one is shown. */
export function incidentColumns({ columns }: QueueLayout): Column<IncidentRow>[] {
  return columns.map(({ id, width, pinned }) => {
    const { grow: _grow, comfort: _comfort, ...fixed } = COLUMNS[id];
    // What is pinned needs a width of its own: the next one begins where it ends.
    if (pinned) return { ...fixed, width: width ?? columnWidth(id), resizable: true, pinned };
    return width === null ? { ...COLUMNS[id], resizable: true } : { ...fixed, width, resizable: true };
  });
}
