import type { OrderByModifiers, SelectQueryBuilder } from 'kysely';
import type { IncidentSort } from '../../contract/incident';
import type { Schema } from './schema';

type Sorted<O> = SelectQueryBuilder<Schema, 'incident' | 'tenant', O>;

const COLUMN = {
  updatedAt: 'incident.updated_at',
  createdAt: 'incident.created_at',
  severity: 'incident.severity_rank',
  status: 'incident.status_folded',
  name: 'incident.name_folded',
  tenant: 'tenant.name_folded',
  alertCount: 'incident.alert_count',
  assignedTo: 'incident.assigned_folded',
} as const satisfies Record<IncidentSort, string>;

/** Orders by one column, rows without a value last either way. Equals are ordered newest first, then by tenant and id, so that paging never shows a row twice. */
export function ordered<O>(query: Sorted<O>, sort: IncidentSort, descending: boolean): Sorted<O> {
  const direction: OrderByModifiers = (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast());
  const sorted = query.orderBy(COLUMN[sort], direction);
  const byAge = sort === 'updatedAt' ? sorted : sorted.orderBy('incident.updated_at', (order) => order.desc().nullsLast());
  return byAge.orderBy('incident.tenant_key').orderBy('incident.incident_id');
}
