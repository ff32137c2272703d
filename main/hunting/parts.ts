import type { HuntingRange } from '../../contract/hunting';
import type { TimeBounds } from './kql/insertions';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** How far back the service looks ("Advanced hunting API", "Quotas"). */
const LOOK_BACK_MS = 30 * DAY_MS;
/** Clocks differ, and parts run one after the other: what a query's own `ago` leaves out is left out with room to spare. */
const MARGIN_MS = HOUR_MS;

export interface PartsWish {
  /** Null: all there is. The first part then has no beginning and the last no end. */
  range: HuntingRange | null;
  partMs: number;
  looksBackMs: number | null;
  now: number;
}

/** The parts of a time, the newest first. They touch and do not overlap; each begins at a multiple of its length (UTC), the first where the time does. */
export function partsOf({ range, partMs, looksBackMs, now }: PartsWish): TimeBounds[] {
  const from = range?.from ?? now - LOOK_BACK_MS;
  const to = range?.to ?? now;
  const wanted = looksBackMs === null ? from : Math.max(from, now - looksBackMs - MARGIN_MS);
  const parts: TimeBounds[] = [];
  for (let start = Math.floor(Math.max(wanted, from) / partMs) * partMs; start < to; start += partMs)
    parts.unshift({ from: Math.max(start, from), to: Math.min(start + partMs, to) });
  const [newest] = parts;
  const oldest = parts.at(-1);
  if (!newest || !oldest) return [{ from: range?.from ?? null, to: range?.to ?? null }];
  if (range === null) newest.to = null;
  if (range === null && wanted === from) oldest.from = null;
  return parts;
}
