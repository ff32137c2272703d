import { i18n } from '@lingui/core';

/** How long incidents can be kept, in days; 0: without an end. */
export const KEEP_CHOICES = [0, 30, 90, 180, 365, 730] as const;

/** "90 days", "1 year", "Without an end". */
export function keepWords(days: number | null): string {
  if (days === null || days === 0) return i18n.t('Without an end');
  if (days % 365 === 0) return i18n.t('{years, plural, one {# year} other {# years}}', { years: days / 365 });
  return i18n.t('{days, plural, one {# day} other {# days}}', { days });
}
