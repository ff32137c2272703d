import type { IncidentSort } from '../../../contract/incident';
import { isCreationTimed, isResolutionTimed, isUpdateTimed, type Wanted } from './conditions';
import { DIMENSIONS, type Dimension } from './dimensions';
import type { Segment } from './segments';
import type { Tally } from './tally';

/** Orders that are not kept together by few values. */
export type Order = Extract<IncidentSort, 'updatedAt' | 'createdAt' | 'name' | 'alertCount'>;

/** How rows are read: along an index in its order; or all candidates of one are gathered and sorted; or those that were found; or those, sorted in memory. */
export interface Access {
  how: 'walk' | 'gather' | 'hits' | 'memory';
  /** Null: by the key of the row, or all rows in its order. */
  index: string | null;
}

/** Whether an index is there now: during a large read most are not (late-indexes.ts), and the rest does. */
export type HasIndex = (name: string) => boolean;

const WALK: Record<Order, string> = {
  updatedAt: 'incident_newest',
  createdAt: 'incident_created',
  name: 'incident_by_name',
  alertCount: 'incident_by_alerts',
};

const OF: Record<Dimension, string> = {
  tenant: 'incident_of_tenant',
  severity: 'incident_of_severity',
  status: 'incident_of_status',
  assignedTo: 'incident_of_assignee',
};

/** What an index lacks of what rows are filtered by (migration 0011). */
const LACKS: Readonly<Record<string, readonly (Dimension | 'updatedAt')[]>> = {
  incident_created: ['assignedTo', 'updatedAt'],
  incident_by_name: ['assignedTo'],
  incident_by_alerts: ['assignedTo'],
  incident_of_severity: ['assignedTo'],
  incident_of_status: ['assignedTo'],
};

/** Costs in units of one index entry passed over, as measured over a million rows: a whole row, one of all in their order, an entry with a hit looked up, one sorted. */
const ROW = 10;
const SCANNED = 4;
const PROBE = 3;
const SORTED = 3;
const IN_MEMORY = 0.3;

interface Asked {
  order: Order;
  wanted: Wanted;
  segment: Segment;
  /** Rows up to the end of the window. */
  upTo: number;
  /** How many were found; null: nothing was looked for. */
  hits: number | null;
  /** Rows that are wanted lie together, and not here and there among all in the order. */
  isUneven: boolean;
  /** Whether times of rows are in memory. */
  inMemory: boolean;
  tally: Pick<Tally, 'total' | 'with'>;
  hasIndex: HasIndex;
}

/** The cheapest way to the rows of a window. The engine's own guess knows averages only, and is off by thousands of times where a value is rare. */
export function chooseAccess(asked: Asked): Access {
  const { order, wanted, segment, upTo, hits, isUneven, inMemory, tally, hasIndex } = asked;
  const rows = Math.max(1, segment.rows);
  const probe = hits === null ? 0 : PROBE;
  const each = (index: string) => (lacks(index, wanted, segment) ? ROW : 1) + probe;
  const sorting = order === 'updatedAt' ? SORTED : ROW + SORTED;
  const walk = WALK[order];
  // What was open at a moment was created before it: all that came later is passed over, by the index where it is in the order of creation.
  const passed = isUneven ? (tally.total - rows) * (probe || later(order)) + upTo * ROW : (upTo * tally.total * each(walk)) / rows;
  const ways: [Access, number][] = hasIndex(walk)
    ? [[{ how: 'walk', index: walk }, passed]]
    : [[{ how: 'gather', index: WALK.updatedAt }, tally.total * each(WALK.updatedAt) + rows * sorting]];
  for (const dimension of DIMENSIONS) {
    const candidates = candidatesOf(dimension, wanted, segment, tally);
    if (candidates === null) continue;
    const index = OF[dimension];
    if (!hasIndex(index)) continue;
    if (order === 'updatedAt' && candidates.single) ways.push([{ how: 'walk', index }, (upTo * candidates.rows * each(index)) / rows]);
    ways.push([{ how: 'gather', index }, candidates.rows * each(index) + rows * sorting]);
  }
  if (hits !== null) {
    const facts = hasIndex('incident_facts') ? 'incident_facts' : null;
    ways.push([{ how: 'hits', index: facts }, hits * (facts ? PROBE : PROBE + ROW) + rows * sorting]);
    if (inMemory && (order === 'updatedAt' || order === 'createdAt')) ways.push([{ how: 'memory', index: null }, hits * IN_MEMORY]);
  }
  // Rows of a span of time lie side by side there. How many there are beside those that are wanted is not known.
  if (isUpdateTimed(wanted)) ways.push([{ how: 'gather', index: WALK.updatedAt }, rows * (PROBE + sorting)]);
  if (isCreationTimed(wanted) && hasIndex(WALK.createdAt)) ways.push([{ how: 'gather', index: WALK.createdAt }, rows * (ROW + sorting)]);
  if (isResolutionTimed(wanted) && hits === null) ways.push([{ how: 'gather', index: null }, tally.total * SCANNED + rows * SORTED]);
  return ways.reduce((best, way) => (way[1] < best[1] ? way : best))[0];
}

function later(order: Order): number {
  return order === 'createdAt' ? 1 : ROW;
}

/** How many rows have the values asked for in one dimension; null: any value will do. */
function candidatesOf(
  dimension: Dimension,
  wanted: Wanted,
  { values }: Segment,
  tally: Pick<Tally, 'total' | 'with'>,
): { rows: number; single: boolean } | null {
  const own = values[dimension];
  const asked = own === undefined ? wanted[dimension] : new Set([own]);
  if (asked === null) return null;
  let rows = 0;
  for (const value of asked) rows += tally.with(dimension, value);
  return { rows, single: asked.size === 1 };
}

function lacks(index: string, wanted: Wanted, { values }: Segment): boolean {
  // When it was resolved none knows.
  if (isResolutionTimed(wanted)) return true;
  // When it was created only the index in that order knows.
  if (isCreationTimed(wanted) && index !== WALK.createdAt) return true;
  const missing = LACKS[index] ?? [];
  return missing.some((one) => (one === 'updatedAt' ? isUpdateTimed(wanted) : wanted[one] !== null || values[one] !== undefined));
}
