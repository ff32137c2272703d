import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import { type FacetKind, type IncidentGrouping, isAskedFor, type TenantChoice } from '../../contract/incident-filter';
import type { IncidentListQuery, IncidentSort } from '../../contract/incident';
import type { Observable } from '../../contract/observable';
import type { Tenant } from '../../contract/tenant';

/** What the list is asked for, without the window. Empty lists restrict nothing. */
export interface IncidentFilter {
  text: string;
  /** Lower-cased; none means all. */
  severities: readonly string[];
  statuses: readonly string[];
  /** None of these. */
  exceptStatuses: readonly string[];
  /** The empty text: assigned to nobody. */
  assignees: readonly string[];
  /** Some of the tenants; none means all. */
  tenantIds: readonly TenantId[];
  /** The empty text: in no group. */
  tenantGroups: readonly string[];
  facets: Readonly<Partial<Record<FacetKind, readonly string[]>>>;
  /** Values seen in them; one is enough. */
  entities: readonly Observable[];
  /** This incident and those that resemble it. */
  similarTo: IncidentKey | null;
  updatedWithinHours: number | null;
  /** Last updated at this instant or later, and before that one. */
  updatedFrom: Instant | null;
  updatedBefore: Instant | null;
  /** Created at this instant or later, and before that one. */
  createdFrom: Instant | null;
  createdBefore: Instant | null;
  /** Open at this moment. */
  openAt: Instant | null;
  /** Resolved at this instant or later. */
  resolvedFrom: Instant | null;
  sort: IncidentSort;
  descending: boolean;
  groupBy: IncidentGrouping | null;
}

export const NEWEST_FIRST: IncidentFilter = {
  text: '',
  severities: [],
  statuses: [],
  exceptStatuses: [],
  assignees: [],
  tenantIds: [],
  tenantGroups: [],
  facets: {},
  entities: [],
  similarTo: null,
  updatedWithinHours: null,
  updatedFrom: null,
  updatedBefore: null,
  createdFrom: null,
  createdBefore: null,
  openAt: null,
  resolvedFrom: null,
  sort: 'updatedAt',
  descending: true,
  groupBy: null,
};

/** The tenants whose incidents a filter lets through, over one tenant or all (null): those a list must speak for. */
export function tenantsOf(tenants: readonly Tenant[], tenantId: TenantId | null, filter: Omit<TenantChoice, 'tenantId'>) {
  return tenants.filter(isAskedFor({ ...filter, tenantId }));
}

/** The query of a filter over one tenant, or all (null). Unused parts are left out. */
export function listQuery(tenantId: TenantId | null, filter: IncidentFilter): IncidentListQuery {
  const text = filter.text.trim().slice(0, 200);
  const facets = Object.entries(filter.facets).filter(([, values]) => values.length > 0);
  return {
    tenantId,
    ...(text ? { text } : {}),
    ...given('severities', filter.severities),
    ...given('statuses', filter.statuses.flatMap(spellingsOf)),
    ...given('exceptStatuses', filter.exceptStatuses),
    ...given('assignees', filter.assignees),
    ...given('tenantIds', filter.tenantIds),
    ...given('tenantGroups', filter.tenantGroups),
    ...(facets.length > 0 ? { facets: Object.fromEntries(facets.map(([kind, values]) => [kind, values.toSorted()])) } : {}),
    ...(filter.entities.length > 0 ? { entities: [...filter.entities] } : {}),
    ...(filter.similarTo === null ? {} : { similarTo: filter.similarTo }),
    ...(filter.updatedWithinHours === null ? {} : { updatedWithinHours: filter.updatedWithinHours }),
    ...(filter.updatedFrom === null ? {} : { updatedFrom: filter.updatedFrom }),
    ...(filter.updatedBefore === null ? {} : { updatedBefore: filter.updatedBefore }),
    ...(filter.createdFrom === null ? {} : { createdFrom: filter.createdFrom }),
    ...(filter.createdBefore === null ? {} : { createdBefore: filter.createdBefore }),
    ...(filter.openAt === null ? {} : { openAt: filter.openAt }),
    ...(filter.resolvedFrom === null ? {} : { resolvedFrom: filter.resolvedFrom }),
    ...(filter.groupBy === null ? {} : { groupBy: filter.groupBy }),
    sort: filter.sort,
    descending: filter.descending,
  };
}

function given<K extends string>(name: K, values: readonly string[]): Partial<Record<K, string[]>> {
  return values.length > 0 ? ({ [name]: values.toSorted() } as Partial<Record<K, string[]>>) : {};
}

/** What documents call active, answers of 2026 call new: who looks for open incidents means both. */
function spellingsOf(status: string): string[] {
  return status === 'active' ? ['active', 'new'] : [status];
}

/** Equal keys mean equal lists. */
export function queryKey(query: IncidentListQuery): string {
  const { text = '', facets = {}, ...others } = query;
  const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([text.toLowerCase(), sorted(facets), sorted(others)]);
}

/** Whose incidents a list is of, in letters. */
export const whose = ({ tenantId, tenantIds, tenantGroups }: IncidentListQuery): string =>
  JSON.stringify([tenantId, tenantIds, tenantGroups]);

/** Whether anything is left out of the list. */
export function isNarrowed({ facets, ...filter }: IncidentFilter): boolean {
  if (Object.values(facets).some((values) => values.length > 0)) return true;
  const { facets: _facets, ...widest } = widened({ ...filter, facets });
  // One by one: a saved view has them in an order of its own.
  return Object.entries(widest).some(([name, value]) => JSON.stringify(filter[name as keyof typeof filter]) !== JSON.stringify(value));
}

/** The same order and grouping, with nothing left out. */
export function widened({ sort, descending, groupBy }: IncidentFilter): IncidentFilter {
  return { ...NEWEST_FIRST, sort, descending, groupBy };
}

/** Texts and names read A to Z at first, tenants from the one whose rows are the oldest, verdicts from attacks; times, counts and severities from the most. */
const ASCENDING_FIRST: ReadonlySet<IncidentSort> = new Set<IncidentSort>([
  'name',
  'tenant',
  'status',
  'assignedTo',
  'tenantRead',
  'classification',
  'determination',
]);

/** The order after a click on a column head: the other way round, or the column's natural first order. */
export function sortedBy(filter: IncidentFilter, sort: IncidentSort): Pick<IncidentFilter, 'sort' | 'descending'> {
  return filter.sort === sort ? { sort, descending: !filter.descending } : { sort, descending: !ASCENDING_FIRST.has(sort) };
}

/** Adds the value, or takes it out. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
