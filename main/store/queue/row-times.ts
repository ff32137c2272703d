import type { Wanted } from './conditions';

/** The columns of times lists are filtered and ordered by. */
export const TIMES = ['updated_at', 'created_at', 'resolved_at'] as const;
export type Time = (typeof TIMES)[number];

/** A window that ends within this part of the list is found without sorting all of it. */
const MUCH_FEWER = 16;

/** By key of the row, in milliseconds; NaN: it has none. */
export type RowTimes = Record<Time, Float64Array>;

export function noTimes(): RowTimes {
  return { updated_at: new Float64Array(0), created_at: new Float64Array(0), resolved_at: new Float64Array(0) };
}

interface Rows {
  /** Only these; null: all. */
  keys: Float64Array | null;
  /** By key, what kind a row is of. */
  of: Uint32Array;
  /** By kind, whether it is wanted. */
  isOfKind: Uint8Array;
  times: RowTimes;
}

/**
 * Keys, in their order, of the rows of wanted kinds and times: the same as the conditions on times (`conditionsOf`). A row without a time is in no
 * span, began before every moment and has not ended. One plain loop, as it goes through a million rows while somebody waits.
 */
export function rowsInTime(wanted: Wanted, { keys, of, isOfKind, times }: Rows): Uint32Array {
  const { updated_at, created_at, resolved_at } = times;
  const { openAt, resolvedFrom } = wanted;
  const updated = span(wanted.updatedFrom, wanted.updatedBefore);
  const created = span(wanted.createdFrom, wanted.createdBefore);
  const found = new Uint32Array(keys?.length ?? of.length);
  let count = 0;
  for (let at = 0; at < found.length; at += 1) {
    const key = keys === null ? at : (keys[at] ?? 0);
    if (isOfKind[of[key] ?? 0] !== 1) continue;
    if (updated !== null && !isWithin(updated_at[key] ?? Number.NaN, updated)) continue;
    if (created !== null && !isWithin(created_at[key] ?? Number.NaN, created)) continue;
    if (openAt !== null && ((created_at[key] ?? Number.NaN) >= openAt || (resolved_at[key] ?? Number.NaN) < openAt)) continue;
    if (resolvedFrom !== null && !((resolved_at[key] ?? Number.NaN) >= resolvedFrom)) continue;
    found[count++] = key;
  }
  return found.subarray(0, count);
}

interface Span {
  from: number;
  before: number;
}

function span(from: number | null, before: number | null): Span | null {
  if (from === null && before === null) return null;
  return { from: from ?? Number.NEGATIVE_INFINITY, before: before ?? Number.POSITIVE_INFINITY };
}

function isWithin(time: number, { from, before }: Span): boolean {
  return time >= from && time < before;
}

/**
 * A part of the rows in the order of a time, equals by their key, the other way round ascending; those without the time last either way.
 * Only times are sorted, which the runtime does natively; then the rows whose times are in that part.
 * @param keys in their order
 */
export function sliceByTime(
  keys: Float64Array,
  times: Float64Array,
  { descending, offset, limit }: { descending: boolean; offset: number; limit: number },
): number[] {
  // The first has the smallest rank.
  const rank = descending ? (key: number) => -(times[key] ?? Number.NaN) : (key: number) => times[key] ?? Number.NaN;
  const ranks = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const own = rank(keys[at] ?? 0);
    ranks[at] = Number.isNaN(own) ? Number.POSITIVE_INFINITY : own;
  }
  if (offset >= ranks.length || limit === 0) return [];
  const first = smallest(ranks, Math.min(offset + limit, ranks.length));
  const [from, to] = [first[offset], first.at(-1)];
  if (from === undefined || to === undefined) return [];
  const places: number[] = [];
  let before = 0;
  for (let at = 0; at < ranks.length; at += 1) {
    const own = ranks[at] ?? 0;
    if (own < from) before += 1;
    else if (own <= to) places.push(at);
  }
  const turn = descending ? 1 : -1;
  places.sort((a, b) => compare(ranks[a] ?? 0, ranks[b] ?? 0) || turn * (a - b));
  return places.slice(offset - before, offset - before + limit).map((place) => keys[place] ?? 0);
}

/** The smallest so many, in order. A window far up, which most are, takes one pass: what is larger than so many met before is never sorted. */
function smallest(ranks: Float64Array, count: number): Float64Array {
  if (count * MUCH_FEWER > ranks.length) return ranks.toSorted().subarray(0, count);
  const met = new Float64Array(count * 4);
  let held = 0;
  let bound = Number.POSITIVE_INFINITY;
  for (let at = 0; at < ranks.length; at += 1) {
    const own = ranks[at] ?? 0;
    if (own >= bound && held >= count) continue;
    met[held++] = own;
    if (held < met.length) continue;
    met.sort();
    held = count;
    bound = met[count - 1] ?? bound;
  }
  return met.subarray(0, held).sort().subarray(0, count);
}

/** Infinities as well, whose difference is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
