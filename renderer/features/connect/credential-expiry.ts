import { i18n } from '@lingui/core';
import type { Credential } from '../../../contract/credential';
import type { Instant } from '../../../contract/ids';
import { isDay } from '../../ui/typed-time';

const DAY_MS = 24 * 3_600_000;

/** How near the end of a credential is: warned 30, 14 and 3 days before. */
export type ExpiryLevel = 'unknown' | 'far' | 'month' | 'fortnight' | 'days' | 'expired';

/** How near the end is at a moment. */
export function expiryLevel(expiresAt: Instant | null, now: Instant): ExpiryLevel {
  if (expiresAt === null) return 'unknown';
  const left = expiresAt - now;
  if (left <= 0) return 'expired';
  if (left <= 3 * DAY_MS) return 'days';
  if (left <= 14 * DAY_MS) return 'fortnight';
  return left <= 30 * DAY_MS ? 'month' : 'far';
}

/** "expires in 12 days", never more than there is. */
export function countdownWords(expiresAt: Instant, now: Instant): string {
  const left = expiresAt - now;
  if (left <= 0) {
    const ago = Math.floor(-left / DAY_MS);
    return ago === 0 ? i18n.t('has expired') : i18n.t('{ago, plural, one {expired # day ago} other {expired # days ago}}', { ago });
  }
  const days = Math.floor(left / DAY_MS);
  if (days > 0) return i18n.t('expires in {days, plural, one {# day} other {# days}}', { days });
  const hours = Math.floor(left / 3_600_000);
  return hours > 0 ? i18n.t('expires in {hours, plural, one {# hour} other {# hours}}', { hours }) : i18n.t('expires within the hour');
}

/** A day as a date field holds it: the local day's beginning, so that a warning is never late. Null: no whole date. */
export function instantOfDay(day: string): Instant | null {
  if (!isDay(day)) return null;
  const at = new Date(`${day}T00:00:00`).getTime();
  return Number.isFinite(at) ? at : null;
}

/** The local day of a moment, as a date field holds it. */
export function dayOfInstant(at: Instant | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How the state of a credential is named beside its title. */
export function stateOf(credential: Credential, now: Instant): { tone: 'good' | 'idle' | 'warning' | 'bad'; label: string } {
  const { expiresAt, inUse, place } = credential;
  if (place === 'keyVault') return { tone: 'warning', label: i18n.t('Sign-in needed') };
  if (place === 'missing') return { tone: 'warning', label: i18n.t('Not entered') };
  const level = expiryLevel(expiresAt, now);
  if (level === 'expired') return { tone: 'bad', label: i18n.t('Expired') };
  if (expiresAt !== null && (level === 'days' || level === 'fortnight' || level === 'month')) {
    const words = countdownWords(expiresAt, now);
    return { tone: 'warning', label: words.charAt(0).toUpperCase() + words.slice(1) };
  }
  return inUse ? { tone: 'good', label: i18n.t('Held') } : { tone: 'idle', label: i18n.t('Not in use') };
}
