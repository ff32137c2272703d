import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import type { IncidentColumns } from '../../../main/store/store-port';

export interface ModelRow extends IncidentColumns {
  tenantId: string;
  tenantName: string;
  /** Place of the tenant in the order tenants were added. */
  tenantOrder: number;
}

type Value = string | number | null;

const GRAVITY = ['informational', 'low', 'medium', 'high'];

const VALUE: Record<IncidentSort, (row: ModelRow) => Value> = {
  updatedAt: (row) => row.updatedAt,
  createdAt: (row) => row.createdAt,
  severity: (row) => GRAVITY.indexOf(row.severity.toLowerCase()),
  status: (row) => row.status.toLowerCase(),
  name: (row) => row.name.toLowerCase(),
  tenant: (row) => row.tenantName.toLowerCase(),
  alertCount: (row) => row.alertCount,
  assignedTo: (row) => row.assignedTo?.toLowerCase() ?? null,
};

/** What the store is to answer, by filtering and sorting a plain array. */
export function modelQuery(all: readonly ModelRow[], query: IncidentQuery) {
  const matching = all.filter((row) => isMatch(row, query));
  const value = VALUE[query.sort];
  const sorted = matching.sort(
    (a, b) =>
      compare(value(a), value(b), query.descending) ||
      compare(a.updatedAt, b.updatedAt, true) ||
      compare(a.tenantOrder, b.tenantOrder, false) ||
      compare(a.incidentId, b.incidentId, false),
  );
  const bySeverity: Record<string, number> = {};
  const ofAnySeverity = all.filter((row) => isMatch(row, { ...query, severities: [] }));
  for (const { severity } of ofAnySeverity) bySeverity[severity.toLowerCase()] = (bySeverity[severity.toLowerCase()] ?? 0) + 1;
  return { rows: sorted.slice(query.offset, query.offset + query.limit), total: matching.length, bySeverity };
}

function isMatch(row: ModelRow, { tenantId, text, severities, statuses }: IncidentQuery): boolean {
  const among = (value: string, list: string[] | undefined) =>
    !list?.length || list.some((one) => one.toLowerCase() === value.toLowerCase());
  const texts = [row.name, row.incidentId, row.assignedTo ?? ''];
  return (
    (tenantId === null || row.tenantId === tenantId) &&
    among(row.severity, severities) &&
    among(row.status, statuses) &&
    (!text || texts.some((one) => one.toLowerCase().includes(text.toLowerCase())))
  );
}

/** Code points decide between texts; a missing value is last either way. */
function compare(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const order = a < b ? -1 : 1;
  return descending ? -order : order;
}
