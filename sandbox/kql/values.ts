/** Types of Kusto this engine knows. Times and time spans are whole microseconds: a double holds those of our days exactly. */
export type KqlType = 'string' | 'long' | 'int' | 'real' | 'bool' | 'datetime' | 'timespan' | 'dynamic' | 'guid';
/** A string is never null: it is empty. Dynamic values are JSON. */
export type Value = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown };

export interface Column {
  name: string;
  type: KqlType;
}

export type Row = readonly Value[];

export interface Table {
  columns: readonly Column[];
  rows: Row[];
}

/** What a schema in an answer calls them. */
export const WIRE_TYPES: Readonly<Record<KqlType, string>> = {
  string: 'String',
  long: 'Int64',
  int: 'Int32',
  real: 'Double',
  bool: 'SByte',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  dynamic: 'Object',
  guid: 'Guid',
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
const SHORT_UNITS: Readonly<Record<string, number>> = { d: DAY, h: DAY / 24, m: 60 * SECOND, s: SECOND, ms: 1_000 };

/** A time as the service writes it: UTC, trailing zeros of the fraction left out. */
export function timeText(micros: number): string {
  const seconds = Math.floor(micros / SECOND);
  const fraction = micros - seconds * SECOND;
  const whole = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return fraction === 0 ? `${whole}Z` : `${whole}.${pad(fraction, 6).replace(/0+$/, '')}Z`;
}

/** Null: no time. */
export function timeOf(text: string): number | null {
  const trimmed = text.trim().replace(/^['"]|['"]$/g, '');
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?\s*Z?$/i.exec(trimmed);
  if (!found) {
    const other = Date.parse(trimmed);
    return Number.isNaN(other) ? null : other * 1_000;
  }
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = ''] = found;
  const whole = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return whole * 1_000 + Number(fraction.slice(0, 6).padEnd(6, '0') || '0');
}

export function spanText(micros: number): string {
  const sign = micros < 0 ? '-' : '';
  const size = Math.abs(micros);
  const days = Math.floor(size / DAY);
  const clock = [
    Math.floor((size % DAY) / (3_600 * SECOND)),
    Math.floor((size % (3_600 * SECOND)) / (60 * SECOND)),
    Math.floor((size % (60 * SECOND)) / SECOND),
  ];
  const fraction = size % SECOND;
  return `${sign}${days > 0 ? `${days}.` : ''}${clock.map((part) => pad(part, 2)).join(':')}${fraction === 0 ? '' : `.${pad(fraction * 10, 7)}`}`;
}

/** `1.02:03:04.5`, or null. */
export function spanOf(text: string): number | null {
  const short = /^(\d+(?:\.\d+)?)\s*(d|h|m|s|ms)$/.exec(text.trim());
  if (short) return Number(short[1]) * (SHORT_UNITS[short[2] ?? ''] ?? 0);
  const found = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/.exec(text.trim());
  if (!found) return null;
  const [, sign, days = '0', hours, minutes, seconds = '0', fraction = ''] = found;
  const size =
    Number(days) * DAY +
    (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * SECOND +
    Number(fraction.slice(0, 6).padEnd(6, '0') || '0');
  return sign ? -size : size;
}

/** As `tostring` makes it. */
export function textOf(value: Value, type: KqlType): string {
  if (value === null) return '';
  if (type === 'datetime' && typeof value === 'number')
    return timeText(value).replace(/(?:\.(\d+))?Z$/, (_, part = '') => `.${String(part).padEnd(7, '0')}Z`);
  if (type === 'timespan' && typeof value === 'number') return spanText(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As an answer's JSON holds it. */
export function wireValue(value: Value, type: KqlType): unknown {
  if (value === null) return null;
  if (type === 'datetime' && typeof value === 'number') return timeText(value);
  if (type === 'timespan' && typeof value === 'number') return spanText(value);
  if (type === 'bool') return value === true ? 1 : 0;
  if (type === 'dynamic') return typeof value === 'string' ? value : JSON.stringify(value);
  return value;
}

/** For grouping, joining and ordering: equal values, and only those, have equal keys. */
export const keyOf = (value: Value): string =>
  value === null ? '∅' : typeof value === 'object' ? JSON.stringify(value) : `${typeof value}:${String(value)}`;

/** Null before everything; texts by their UTF-16 units, as the service compares them. */
export function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [a, b] = [
    typeof one === 'object' ? JSON.stringify(one) : String(one),
    typeof other === 'object' ? JSON.stringify(other) : String(other),
  ];
  return a < b ? -1 : a > b ? 1 : 0;
}
