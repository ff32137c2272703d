import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { IncidentFilter } from '../../../contract/incident-filter';
import { fold } from '../fold';
import { COLUMN, type Count, type Dimension } from './dimensions';

/** What a filter asks of the columns. Sets of folded values, null: any. */
export interface Wanted {
  /** Short keys. */
  tenant: ReadonlySet<number> | null;
  severity: ReadonlySet<string> | null;
  status: ReadonlySet<string> | null;
  assignedTo: ReadonlySet<string> | null;
  updatedFrom: number | null;
  updatedBefore: number | null;
  createdFrom: number | null;
  createdBefore: number | null;
  openAt: number | null;
  resolvedFrom: number | null;
}

const ANY: Wanted = {
  tenant: null,
  severity: null,
  status: null,
  assignedTo: null,
  updatedFrom: null,
  updatedBefore: null,
  createdFrom: null,
  createdBefore: null,
  openAt: null,
  resolvedFrom: null,
};
const HOUR_MS = 3_600_000;
/** Merged into another one, with which it is counted. */
const REDIRECTED = 'redirected';

interface Around {
  /** Those the filter is about, null: all. */
  tenants: ReadonlySet<number> | null;
  /** That stored incidents have. */
  statuses: readonly string[];
  now: number;
}

export function wantedOf(filter: IncidentFilter, { tenants, statuses, now }: Around): Wanted {
  const within = filter.updatedWithinHours === undefined ? null : now - filter.updatedWithinHours * HOUR_MS;
  const from = Math.max(within ?? Number.NEGATIVE_INFINITY, filter.updatedFrom ?? Number.NEGATIVE_INFINITY);
  return {
    tenant: tenants,
    severity: folded(filter.severities),
    status: statusesOf(filter, statuses),
    assignedTo: folded(filter.assignees),
    updatedFrom: Number.isFinite(from) ? from : null,
    updatedBefore: filter.updatedBefore ?? null,
    createdFrom: filter.createdFrom ?? null,
    createdBefore: filter.createdBefore ?? null,
    openAt: filter.openAt ?? null,
    resolvedFrom: filter.resolvedFrom ?? null,
  };
}

/** What is left out is said as what is left, so that counts and ways to the rows need know nothing of it. */
function statusesOf({ statuses, exceptStatuses = [], openAt }: IncidentFilter, known: readonly string[]): ReadonlySet<string> | null {
  const asked = folded(statuses);
  const except = new Set([...exceptStatuses.map(fold), ...(openAt === undefined ? [] : [REDIRECTED])]);
  return except.size === 0 ? asked : new Set([...(asked ?? known)].filter((status) => !except.has(status)));
}

function folded(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values?.length ? new Set(values.map(fold)) : null;
}

/** Whether rows are wanted of a span of time: the tally, which knows no times, cannot answer. */
export function isTimed(wanted: Wanted): boolean {
  return isUpdateTimed(wanted) || isCreationTimed(wanted) || isResolutionTimed(wanted);
}

/** The severities alone. */
export function onlySeverities({ severity }: Wanted): Wanted {
  return { ...ANY, severity };
}

/** Whether it matters when rows were resolved, which no index knows. */
export function isResolutionTimed({ openAt, resolvedFrom }: Wanted): boolean {
  return openAt !== null || resolvedFrom !== null;
}

export function isUpdateTimed({ updatedFrom, updatedBefore }: Wanted): boolean {
  return updatedFrom !== null || updatedBefore !== null;
}

export function isCreationTimed({ createdFrom, createdBefore }: Wanted): boolean {
  return createdFrom !== null || createdBefore !== null;
}

/** Whether a count is of rows that are wanted, one dimension left aside if so said. */
export function isWanted(count: Count, wanted: Wanted, aside: Dimension | null = null): boolean {
  return (
    (aside === 'tenant' || wanted.tenant === null || wanted.tenant.has(count.tenant)) &&
    (aside === 'severity' || wanted.severity === null || wanted.severity.has(count.severity)) &&
    (aside === 'status' || wanted.status === null || wanted.status.has(count.status)) &&
    (aside === 'assignedTo' || wanted.assignedTo === null || wanted.assignedTo.has(count.assignedTo))
  );
}

/** The same as a condition on rows of `incident`. */
export function conditionsOf(wanted: Wanted, aside: Dimension | null = null): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [];
  for (const dimension of ['tenant', 'severity', 'status', 'assignedTo'] as const) {
    const values = wanted[dimension];
    if (values !== null && dimension !== aside) conditions.push(isOneOf(dimension, [...values]));
  }
  if (wanted.updatedFrom !== null) conditions.push(sql`incident.updated_at >= ${wanted.updatedFrom}`);
  if (wanted.updatedBefore !== null) conditions.push(sql`incident.updated_at < ${wanted.updatedBefore}`);
  if (wanted.createdFrom !== null) conditions.push(sql`incident.created_at >= ${wanted.createdFrom}`);
  if (wanted.createdBefore !== null) conditions.push(sql`incident.created_at < ${wanted.createdBefore}`);
  if (wanted.openAt !== null) conditions.push(wasOpen(wanted.openAt));
  if (wanted.resolvedFrom !== null) conditions.push(sql`incident.resolved_at >= ${wanted.resolvedFrom}`);
  return conditions;
}

/** As the overview counts: merged ones are left out by their status. */
function wasOpen(at: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(incident.created_at is null or incident.created_at < ${at}) and (incident.resolved_at is null or incident.resolved_at >= ${at})`;
}

/** Rows with one of these values. Nobody is kept as null. */
export function isOneOf(dimension: Dimension, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  const column = sql.ref(`incident.${COLUMN[dimension]}`);
  const given = dimension === 'assignedTo' ? values.filter((value) => value !== '') : values;
  const some = given.length === 1 ? sql<SqlBool>`${column} = ${given[0]}` : sql<SqlBool>`${column} in (${sql.join(given)})`;
  if (given.length === values.length) return some;
  return given.length === 0 ? sql<SqlBool>`${column} is null` : sql<SqlBool>`(${column} is null or ${some})`;
}

/** All of them; with none, always true. */
export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql.join(conditions, sql` and `);
}
