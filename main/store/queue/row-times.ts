import type { Wanted } from './conditions';

/** The columns of times lists are filtered and ordered by. */
export const TIMES = ['updated_at', 'created_at', 'resolved_at'] as const;
export type Time = (typeof TIMES)[number];

/** A window that ends within this part of the list is found without sorting all of it. */
const MUCH_FEWER = 16;
/** Of a window further down only these parts of the whole are sorted that it is in. */
const PARTS = 1_024;
/** So often it is parted; then all that is left is sorted. */
const PARTINGS = 4;

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
  const turn = descending ? 1 : -1;
  const ranks = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const own = -turn * (times[keys[at] ?? 0] ?? Number.NaN);
    ranks[at] = Number.isNaN(own) ? Number.POSITIVE_INFINITY : own;
  }
  if (offset >= ranks.length || limit === 0) return [];
  const [from, to] = ends(ranks, offset, Math.min(offset + limit, ranks.length) - 1);
  const places: number[] = [];
  let before = 0;
  for (let at = 0; at < ranks.length; at += 1) {
    const own = ranks[at] ?? 0;
    if (own < from) before += 1;
    else if (own <= to) places.push(at);
  }
  places.sort((a, b) => compare(ranks[a] ?? 0, ranks[b] ?? 0) || turn * (a - b));
  return places.slice(offset - before, offset - before + limit).map((place) => keys[place] ?? 0);
}

/** What would stand at two places, were all sorted. */
function ends(ranks: Float64Array, first: number, last: number): [from: number, to: number] {
  const isFarUp = (last + 1) * MUCH_FEWER <= ranks.length;
  const [sorted, before] = isFarUp ? [smallest(ranks, last + 1), 0] : around(ranks, first, last);
  return [sorted[first - before] ?? Number.NaN, sorted[last - before] ?? Number.NaN];
}

/** The smallest so many, in order. A window far up, which most are, takes one pass: what is larger than so many met before is never sorted. */
function smallest(ranks: Float64Array, count: number): Float64Array {
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

/**
 * Some in order, with those from one place to another among them, and how many are before them all. They are parted evenly from the smallest to the largest, and only the
 * parts with those places are sorted; parted once more where one far from all others had nearly all in one part.
 */
function around(ranks: Float64Array, first: number, last: number, again = PARTINGS): [sorted: Float64Array, before: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < ranks.length; at += 1) {
    const own = ranks[at] ?? 0;
    if (own === Number.POSITIVE_INFINITY) continue;
    if (own < low) low = own;
    if (own > high) high = own;
  }
  if (again === 0 || !(high > low)) return [ranks.toSorted(), 0];
  // Whichever way it rounds, what is larger is never in an earlier part. Without a time: the last one.
  const parts = new Uint16Array(ranks.length);
  const counts = new Uint32Array(PARTS + 1);
  for (let at = 0; at < ranks.length; at += 1) {
    const own = ranks[at] ?? 0;
    const part = own === Number.POSITIVE_INFINITY ? PARTS : Math.floor(((own - low) / (high - low)) * (PARTS - 1));
    parts[at] = part;
    counts[part] = (counts[part] ?? 0) + 1;
  }
  let [from, before] = [0, 0];
  while (before + (counts[from] ?? 0) <= first) before += counts[from++] ?? 0;
  let [to, upTo] = [from, before + (counts[from] ?? 0)];
  while (upTo <= last) upTo += counts[++to] ?? 0;
  const some = new Float64Array(upTo - before);
  let found = 0;
  for (let at = 0; at < ranks.length; at += 1) {
    const part = parts[at] ?? 0;
    if (part >= from && part <= to) some[found++] = ranks[at] ?? 0;
  }
  if (some.length * 2 < ranks.length) return [some.sort(), before];
  const [sorted, passed] = around(some, first - before, last - before, again - 1);
  return [sorted, before + passed];
}

/** Infinities as well, whose difference is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
