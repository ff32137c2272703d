import type { TenantId } from '../../contract/ids';
import type { IncidentQuery, IncidentSort } from '../../contract/incident';

/** What the list is asked for, without the window. */
export interface IncidentFilter {
  text: string;
  /** Lower-cased; none means all. */
  severities: readonly string[];
  statuses: readonly string[];
  sort: IncidentSort;
  descending: boolean;
}

export const NEWEST_FIRST: IncidentFilter = { text: '', severities: [], statuses: [], sort: 'updatedAt', descending: true };

export type IncidentListQuery = Omit<IncidentQuery, 'offset' | 'limit'>;

/** The query of a filter over one tenant, or all (null). Unused parts are left out. */
export function listQuery(tenantId: TenantId | null, filter: IncidentFilter): IncidentListQuery {
  const text = filter.text.trim().slice(0, 200);
  return {
    tenantId,
    ...(text ? { text } : {}),
    ...(filter.severities.length ? { severities: filter.severities.toSorted() } : {}),
    ...(filter.statuses.length ? { statuses: filter.statuses.flatMap(spellingsOf).toSorted() } : {}),
    sort: filter.sort,
    descending: filter.descending,
  };
}

/** What documents call active, answers of 2026 call new: who looks for open incidents means both. */
function spellingsOf(status: string): string[] {
  return status === 'active' ? ['active', 'new'] : [status];
}

/** Equal keys mean equal lists. */
export function queryKey(query: IncidentListQuery): string {
  const { tenantId, text = '', severities = [], statuses = [], sort, descending } = query;
  return JSON.stringify([tenantId, text.toLowerCase(), severities, statuses, sort, descending]);
}

/** Texts and names read A to Z at first; times, counts and severities from the most. */
const ASCENDING_FIRST: ReadonlySet<IncidentSort> = new Set<IncidentSort>(['name', 'tenant', 'status', 'assignedTo']);

/** The order after a click on a column head: the other way round, or the column's natural first order. */
export function sortedBy(filter: IncidentFilter, sort: IncidentSort): Pick<IncidentFilter, 'sort' | 'descending'> {
  return filter.sort === sort ? { sort, descending: !filter.descending } : { sort, descending: !ASCENDING_FIRST.has(sort) };
}

/** Adds the value, or takes it out. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
