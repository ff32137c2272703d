import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import type { HasIndex } from './access';
import { all, conditionsOf, isCreationTimed, isOneOf, isResolutionTimed, isUpdateTimed, type Wanted } from './conditions';
import { COLUMN, type Count, type Dimension } from './dimensions';
import type { Keys } from './key-set';
import { type Lots, rowsOfLot } from './row-verdicts';

interface Counted {
  wanted: Wanted;
  /** What is counted by; severity is always among it. */
  dimensions: ReadonlySet<Dimension>;
  /** Only what the search found; null: it was not asked. */
  hits: Keys | null;
  /** Names the severities there are. */
  tally: readonly Count[];
  hasIndex: HasIndex;
}

/**
 * Counted from rows: what the search found, or what lies in a span of time, the severities asked for left aside. Dimensions nobody asks for hold
 * what was asked for, so that the same test passes for all counts.
 */
export async function countRows(db: Kysely<Schema>, asked: Counted): Promise<Count[]> {
  const { wanted, dimensions } = asked;
  const rows = await (dimensions.size === 1 ? countSeverities(db, asked) : countGroups(db, asked));
  return rows
    .filter((row) => row.rows > 0)
    .map((row) => ({
      ...row,
      tenant: dimensions.has('tenant') ? row.tenant : first(wanted.tenant, 0),
      status: dimensions.has('status') ? row.status : first(wanted.status, ''),
      assignedTo: dimensions.has('assignedTo') ? row.assignedTo : first(wanted.assignedTo, ''),
    }));
}

/** By severity alone all are counted in passing: grouping would sort the rows first. */
async function countSeverities(db: Kysely<Schema>, { wanted, hits, tally, hasIndex }: Counted): Promise<Count[]> {
  const severities = [...new Set(tally.map(({ severity }) => severity))];
  if (severities.length === 0) return [];
  const counters = severities.map(
    (severity, place) => sql`count(*) filter (where incident.severity_folded = ${severity}) as ${sql.ref(`n${place}`)}`,
  );
  const counted = isSpanAlone(wanted, hits, hasIndex)
    ? sql`${sql.join(severities.map((severity, place) => sql`(${ofSpan(severity, wanted)}) as ${sql.ref(`n${place}`)}`))}`
    : sql`${sql.join(counters)} from ${source(wanted, hits, hasIndex)} where ${all(conditionsOf(wanted, 'severity'))}`;
  const { rows } = await sql<Record<string, number>>`select ${counted}`.execute(db);
  return severities.map((severity, place) => ({ severity, tenant: 0, status: '', assignedTo: '', rows: rows[0]?.[`n${place}`] ?? 0 }));
}

/** Whether the rows of each severity in a span of time lie side by side, and need only be counted: a third of the work of looking at each. */
function isSpanAlone(wanted: Wanted, hits: Keys | null, has: HasIndex): boolean {
  const { tenant, assignedTo } = wanted;
  const isTimeKnown = !isCreationTimed(wanted) && !isResolutionTimed(wanted);
  return hits === null && tenant?.size !== 1 && assignedTo === null && isTimeKnown && has('incident_of_severity');
}

function ofSpan(severity: string, wanted: Wanted): RawBuilder<unknown> {
  const conditions = [isOneOf('severity', [severity]), ...conditionsOf(wanted, 'severity')];
  return sql`select count(*) from incident indexed by incident_of_severity where ${all(conditions)}`;
}

async function countGroups(db: Kysely<Schema>, { wanted, dimensions, hits, hasIndex }: Counted): Promise<Count[]> {
  const of = (dimension: Dimension, empty: string | number) =>
    dimensions.has(dimension) ? sql`coalesce(${sql.ref(`incident.${COLUMN[dimension]}`)}, '')` : sql.lit(empty);
  const columns = [...dimensions].map((dimension) => sql.ref(`incident.${COLUMN[dimension]}`));
  const { rows } = await sql<Count>`select ${of('tenant', 0)} as tenant, ${of('severity', '')} as severity, ${of('status', '')} as status,
      ${of('assignedTo', '')} as "assignedTo", count(*) as rows
    from ${source(wanted, hits, hasIndex)} where ${all(conditionsOf(wanted, 'severity'))} group by ${sql.join(columns)}`.execute(db);
  return rows;
}

function source(wanted: Wanted, hits: Keys | null, has: HasIndex): RawBuilder<unknown> {
  const facts = has('incident_facts') ? sql`indexed by incident_facts` : sql``;
  if (hits !== null) return sql`json_each(${hits.toJson()}) as hit cross join incident ${facts} on incident.id = hit.value`;
  // Rows created in a span of time lie side by side there.
  if (isCreationTimed(wanted) && !isUpdateTimed(wanted) && has('incident_created')) return sql`incident indexed by incident_created`;
  // When one was resolved no index knows: all rows in their order are quicker than most of them one by one.
  if (isResolutionTimed(wanted) && !isUpdateTimed(wanted) && wanted.tenant?.size !== 1) return sql`incident not indexed`;
  return sql`incident indexed by ${sql.ref(wanted.tenant?.size === 1 && has('incident_of_tenant') ? 'incident_of_tenant' : 'incident_newest')}`;
}

function first<T>(values: ReadonlySet<T> | null, otherwise: T): T {
  const [one] = values ?? [];
  return one ?? otherwise;
}

/** The same by what rows say besides, lot by lot. */
export async function countLots(db: Kysely<Schema>, asked: Counted, lots: Lots): Promise<Count[]> {
  const counts: Count[] = [];
  for (const value of lots.values) {
    const hits = rowsOfLot(lots, value, asked.hits);
    if (hits.size > 0) counts.push(...(await countRows(db, { ...asked, hits })).map((count) => ({ ...count, [lots.verdict]: value })));
  }
  return counts;
}

/** How many rows there are in all. */
export function rowsOf(counts: readonly Count[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** How many rows there are of each severity. */
export function bySeverity(counts: readonly Pick<Count, 'severity' | 'rows'>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { severity, rows } of counts) sums[severity] = (sums[severity] ?? 0) + rows;
  return sums;
}
