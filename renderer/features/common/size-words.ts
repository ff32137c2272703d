import { i18n } from '@lingui/core';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** "4.7 MB": a size in decimal units, with as many digits as say something. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  const number = i18n.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === 0 ? i18n.t('{count, plural, one {# byte} other {# bytes}}', { count: value }) : `${number} ${UNITS[unit]}`;
}
