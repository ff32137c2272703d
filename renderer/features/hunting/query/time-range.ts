import { i18n } from '@lingui/core';
import type { TimeRange } from '../../../../contract/hunting-library';
import { typedTime } from '../../../ui/typed-time';

const HOUR_MS = 3_600_000;

/** Spans offered by name. Both surfaces look back 30 days at most. */
export const LAST_HOURS: readonly { hours: number; label: string }[] = [
  { hours: 1, label: /*i18n*/ 'Last hour' },
  { hours: 6, label: /*i18n*/ 'Last 6 hours' },
  { hours: 24, label: /*i18n*/ 'Last 24 hours' },
  { hours: 72, label: /*i18n*/ 'Last 3 days' },
  { hours: 168, label: /*i18n*/ 'Last 7 days' },
  { hours: 720, label: /*i18n*/ 'Last 30 days' },
];

/** The range as instants; null: as the query says. `now` in milliseconds since 1970. */
export function rangeAt(range: TimeRange, now: number): { from: number; to: number } | null {
  if (range.kind === 'query') return null;
  if (range.kind === 'last') return { from: now - range.hours * HOUR_MS, to: now };
  return { from: range.from, to: range.to };
}

export function rangeWords(range: TimeRange, utc: boolean): string {
  if (range.kind === 'query') return i18n.t('Time as in the query');
  if (range.kind === 'between') return i18n.t('{from} to {to}', { from: momentWords(range.from, utc), to: momentWords(range.to, utc) });
  const named = LAST_HOURS.find(({ hours }) => hours === range.hours);
  return named ? i18n.t(named.label) : i18n.t('Last {hours, plural, one {# hour} other {# hours}}', { hours: range.hours });
}

/** "2026-11-28 21:04", in UTC or in the chosen zone. */
export function momentWords(instant: number, utc: boolean): string {
  const text = typedTime(instant, utc ? 'utc' : 'chosen');
  return utc ? `${text} UTC` : text;
}
