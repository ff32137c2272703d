import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import type { Schema } from '../schema';
import { type Access, chooseAccess, type HasIndex, type Order } from './access';
import { all, conditionsOf, isOneOf, type Wanted } from './conditions';
import { DIMENSIONS } from './dimensions';
import type { Keys } from './key-set';
import type { RowFacts } from './row-facts';
import type { Slice } from './segments';
import type { Tally } from './tally';

interface SliceQuery {
  query: Pick<IncidentQuery, 'sort' | 'descending'>;
  wanted: Wanted;
  slice: Slice;
  /** Rows among which those that are wanted are; null: all. */
  among: Keys | null;
  /** Rows that are wanted lie together, and not here and there among all. */
  isUneven: boolean;
  /** All rows in memory, where they are. */
  facts: RowFacts | null;
  tally: Pick<Tally, 'total' | 'with'>;
  hasIndex: HasIndex;
}

/** Keys of the rows of a slice, in their order. Where it is narrowed to some, the connection's function `is_hit` must know the same. */
export async function idsOf(db: Kysely<Schema>, asked: SliceQuery): Promise<number[]> {
  const { query, wanted, slice, among, isUneven, facts, tally, hasIndex } = asked;
  const { segment, offset, limit } = slice;
  const order = orderOf(query.sort);
  const descending = order === query.sort ? query.descending : true;
  const narrowed = { hits: among?.size ?? null, isUneven, inMemory: facts !== null };
  const access = chooseAccess({ order, wanted, segment, upTo: offset + limit, ...narrowed, tally, hasIndex });
  if (access.how === 'memory' && facts && among) {
    const time = order === 'createdAt' ? 'created_at' : 'updated_at';
    return facts.slice({ among, wanted, slice, time, descending });
  }
  const { rows } = await sliceQuery(asked, access, ordering(order, descending)).execute(db);
  return rows.map(({ id }) => id);
}

function sliceQuery({ wanted, slice: { segment, offset, limit }, among }: SliceQuery, access: Access, order: RawBuilder<unknown>) {
  const conditions = conditionsOf(wanted);
  for (const dimension of DIMENSIONS) {
    const value = segment.values[dimension];
    if (value !== undefined) conditions.push(isOneOf(dimension, [value]));
  }
  if (among !== null && access.how !== 'hits') conditions.push(sql`is_hit(incident.id)`);
  return sql<{ id: number }>`select incident.id as id from ${source(access, among)} where ${all(conditions)}
    order by ${order} limit ${limit} offset ${offset}`;
}

function source({ how, index }: Access, hits: Keys | null): RawBuilder<unknown> {
  const incident = index === null ? sql`incident not indexed` : sql`incident indexed by ${sql.ref(index)}`;
  if (how !== 'hits' || hits === null) return incident;
  return sql`json_each(${hits.toJson()}) as hit cross join ${incident} on incident.id = hit.value`;
}

/** Rows that stand together by what the list is sorted by are the newest first among themselves. */
function orderOf(sort: IncidentSort): Order {
  switch (sort) {
    case 'createdAt':
    case 'name':
    case 'alertCount':
      return sort;
    default:
      return 'updatedAt';
  }
}

/** As the index has it, or exactly the other way round, except that rows without a time are last either way. Ends with the key, so that paging never shows a row twice. */
function ordering(order: Order, descending: boolean): RawBuilder<unknown> {
  switch (order) {
    case 'updatedAt':
      return descending ? sql`incident.updated_at desc nulls last, incident.id` : sql`incident.updated_at asc nulls last, incident.id desc`;
    case 'createdAt':
      return descending ? sql`incident.created_at desc nulls last, incident.id` : sql`incident.created_at asc nulls last, incident.id desc`;
    case 'name':
      return descending
        ? sql`incident.name_folded desc, incident.updated_at, incident.id desc`
        : sql`incident.name_folded, incident.updated_at desc, incident.id`;
    case 'alertCount':
      return descending
        ? sql`incident.alert_count desc, incident.updated_at desc, incident.id`
        : sql`incident.alert_count, incident.updated_at, incident.id desc`;
  }
}
