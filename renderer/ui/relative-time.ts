import { i18n } from '@lingui/core';
import { dates } from './date-format';
import { ageWords } from './day-words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const JUST_NOW = 45_000;

/** "just now", "in a moment", "5 min ago", "in 58 min", "3 h ago", "2 days ago"; beyond two weeks the date. Both in milliseconds since 1970. */
export function relativeTime(instant: number, now: number): string {
  const distance = Math.abs(now - instant);
  if (distance < JUST_NOW) return instant > now ? i18n.t('in a moment') : i18n.t('just now');
  if (distance >= 14 * DAY) return dates().year.format(instant) === dates().year.format(now) ? dayOf(instant) : dayAndYear(instant);
  const past = instant < now;
  if (distance < 59.5 * MINUTE) {
    const count = Math.max(1, Math.round(distance / MINUTE));
    return past ? i18n.t('{count} min ago', { count }) : i18n.t('in {count} min', { count });
  }
  if (distance < 36 * HOUR) {
    const count = Math.round(distance / HOUR);
    return past ? i18n.t('{count} h ago', { count }) : i18n.t('in {count} h', { count });
  }
  const count = Math.round(distance / DAY);
  return past
    ? i18n.t('{count, plural, one {# day ago} other {# days ago}}', { count })
    : i18n.t('{count, plural, one {in # day} other {in # days}}', { count });
}

/** The same without "ago", for a column whose name says it: "5 min", "3 h", "2 days". */
export function shortTime(instant: number, now: number): string {
  const distance = now - instant;
  if (distance < JUST_NOW || distance >= 14 * DAY) return relativeTime(instant, now);
  return ageWords(distance);
}

/** "2026-11-23 21:04:05 UTC", so that two people in two zones speak of the same moment. */
export function utcTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Date and time in the chosen zone. */
export function localTime(instant: number): string {
  return dates().dateAndTime.format(instant);
}

/** "21:04:05" in the chosen zone, for a moment too near for words like "in a moment". */
export function clockTime(instant: number): string {
  return dates().clock.format(instant);
}

/** "21:04" in the chosen zone. */
export function clockMinutes(instant: number): string {
  return dates().minutes.format(instant);
}

/** "23 Nov" in the chosen zone. */
export function dayOf(instant: number): string {
  return dates().day.format(instant);
}

/** "23 Nov 2026" in the chosen zone. */
export function dayAndYear(instant: number): string {
  return dates().dayAndYear.format(instant);
}

/** Whether two moments are on the same day in the chosen zone. */
export function sameDay(one: number, other: number): boolean {
  return dayAndYear(one) === dayAndYear(other);
}
