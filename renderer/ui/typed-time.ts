import { clockAt, momentShown } from './zone-clock';

/** By whose clock a time is typed: that of the zone dates are shown in, or UTC's. */
export type TypedZone = 'chosen' | 'utc';

/** A moment (milliseconds since 1970) as it is typed, to the minute and the same in every language: "2026-11-28 21:04". */
export function typedTime(at: number, zone: TypedZone): string {
  const shown = zone === 'utc' ? at : clockAt(at);
  return new Date(shown).toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment such a text means; null: none, or not one there is. */
export function instantOf(typed: string, zone: TypedZone): number | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(typed.trim()) ?? [];
  if (day === undefined || time === undefined || !isDay(day) || !isTimeOfDay(time)) return null;
  const shown = Date.parse(`${day}T${time}Z`);
  return zone === 'utc' ? shown : momentShown(shown);
}

/** Whether a text is a day there is: "2026-11-28". A 30 February is none, though `Date` makes one of March of it. */
export function isDay(typed: string): boolean {
  const at = Date.parse(`${typed}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${typed}T`);
}

/** Whether a text is a time of day: "07:00". */
export function isTimeOfDay(typed: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);
}
