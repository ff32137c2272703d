import { i18n } from '@lingui/core';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day of UTC: "14 Nov", or with its year. */
export function utcDay(at: number, withYear = false): string {
  const locale = i18n.locale === 'sv' ? 'sv-SE' : 'en-GB';
  const key = `${locale} ${withYear}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC', ...(withYear ? { year: 'numeric' } : {}) });
  formats.set(key, format);
  return format.format(at);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took, in the unit that says it best: "45 min", "3.2 h", "2.1 days". */
export function durationWords(ms: number): string {
  const one = (value: number) => i18n.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (ms < HOUR) return i18n.t('{minutes} min', { minutes: Math.max(1, Math.round(ms / MINUTE)) });
  if (ms < 2 * DAY) return i18n.t('{hours} h', { hours: one(ms / HOUR) });
  return i18n.t('{days} days', { days: one(ms / DAY) });
}

/** How old something is, in whole units: "45 min", "30 h", "17 days". */
export function ageWords(ms: number): string {
  if (ms < 2 * DAY) return durationWords(ms < HOUR ? Math.floor(ms / MINUTE) * MINUTE : Math.floor(ms / HOUR) * HOUR);
  return i18n.t('{days} days', { days: i18n.number(Math.floor(ms / DAY)) });
}
