import type { Instant } from '../../../contract/ids';

/** Whose clock a time is typed by. */
export type TimeZone = 'local' | 'utc';

/** A moment as a `datetime-local` field holds it, to the minute: `2026-11-28T21:04`. */
export function typedTime(at: Instant, zone: TimeZone): string {
  const shown = zone === 'utc' ? at : at - new Date(at).getTimezoneOffset() * 60_000;
  return new Date(shown).toISOString().slice(0, 16);
}

/** The moment such a field means; null: none, or not one there is. */
export function instantOf(typed: string, zone: TimeZone): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null;
  const at = Date.parse(zone === 'utc' ? `${typed}Z` : typed);
  return Number.isNaN(at) ? null : at;
}
