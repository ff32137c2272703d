import type { HuntingType, HuntingValue } from '../../../../contract/hunting';
import { clockAt } from '../../../ui/zone-clock';

const NUMBERS: ReadonlySet<HuntingType> = new Set<HuntingType>(['int', 'long', 'real', 'decimal']);

export const isNumber = (type: HuntingType): boolean => NUMBERS.has(type);

/** A value as it stands in a cell: one line. */
export function cellText(value: HuntingValue, type: HuntingType, utc: boolean): string {
  if (value === null) return '';
  if (type !== 'datetime' || typeof value !== 'string') return String(value);
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return value;
  const shown = new Date(utc ? instant : clockAt(instant));
  return shown.toISOString().slice(0, 19).replace('T', ' ');
}

/** A value laid out for reading: JSON with indents, everything else as it is. */
export function longText(value: HuntingValue): string {
  if (value === null) return '';
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return String(value);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** How wide a column stands at first, in CSS pixels. */
export function widthOf(name: string, type: HuntingType): number {
  if (type === 'datetime') return 172;
  if (isNumber(type) || type === 'bool') return Math.max(96, name.length * 8 + 44);
  return Math.min(320, Math.max(150, name.length * 8 + 44));
}
