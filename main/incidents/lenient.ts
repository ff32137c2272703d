import { createHash } from 'node:crypto';
import type { Field } from '../../contract/incident';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A value as text: scalars as they are, the rest as JSON. Null for null, undefined and what holds nothing. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value) && value.every((item) => item !== null && typeof item !== 'object'))
    return value.length === 0 ? null : value.map(String).join(', ');
  return holdsNothing(value) ? null : jsonOf(value);
}

/** Deeper nesting than any service sends; where a hostile one does, it must not exhaust the stack. */
const DEEPEST = 64;

function holdsNothing(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  return Object.values(value).every((inner) => holdsNothing(inner, depth + 1));
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '(nested too deeply to show here)';
  }
}

/** Like asText, with text of blanks only taken as absent. */
export function filled(value: unknown): string | null {
  const text = asText(value);
  return text === null || text.trim() === '' ? null : text;
}

/** A list, whatever came in its place: a single value is a list of one, null and gaps are left out. */
export function asList(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : [value];
}

/** Numbers outside are no times: smaller ones would lie before 1973, larger ones are beyond what a date can hold. */
const EPOCH_SECONDS_START = 1e8;
const EPOCH_SECONDS_END = 1e11;
const EPOCH_MS_END = 8.64e15;
const ISO_UTC = /^(?!0001)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const ISO_LENGTH = '2026-11-28T21:00:00.000Z'.length;
/** 0001-01-01T00:00:00Z. */
const DOT_NET_NEVER_MS = -62_135_596_800_000;

/**
 * Milliseconds since 1970, or null. Understands ISO 8601 with up to seven digits of a second, without a zone (UTC, as the
 * API's documentation says), seconds or milliseconds since 1970, and .NET's `/Date(…)/`. Year 1 is .NET's "never".
 */
export function asInstant(value: unknown): number | null {
  if (typeof value === 'number') {
    if (!(value >= EPOCH_SECONDS_START && value <= EPOCH_MS_END)) return null;
    return Math.trunc(value < EPOCH_SECONDS_END ? value * 1000 : value);
  }
  if (typeof value !== 'string') return null;
  // Nearly all come so. Digits of a second behind the third are cut off.
  if (ISO_UTC.test(value)) return parsed(value.length > ISO_LENGTH ? `${value.slice(0, ISO_LENGTH - 1)}Z` : value);
  const text = value.trim();
  const dotNet = /^\/Date\((-?\d+)/.exec(text);
  if (dotNet) return dotNetInstant(Number(dotNet[1]));
  if (/^\d{9,14}$/.test(text)) return asInstant(Number(text));
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || text.startsWith('0001-')) return null;
  const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text) || !/\d[T ]\d/i.test(text) ? text : `${text}Z`;
  return parsed(zoned.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T').replace(/(\.\d{3})\d+/, '$1'));
}

function parsed(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** Null for .NET's "never" and what no date can hold: one such number would keep a whole list from being shown. */
function dotNetInstant(ms: number): number | null {
  return ms > DOT_NET_NEVER_MS && ms <= EPOCH_MS_END ? ms : null;
}

/** Every value of a record that says something, as name and text, but for the names given. */
export function fieldsOf(record: JsonRecord, without: ReadonlySet<string> = new Set()): Field[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const text = without.has(name) ? null : asText(value);
    return text === null ? [] : [{ name, value: text }];
  });
}

/** The first of several names that holds something. */
export function firstFilled(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const text = filled(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/** Begins an id of ours, for an object that came without one. */
export const SYNTHETIC_ID = 'no-id-';

/** A stand-in for a missing id, the same whenever the same value comes again. */
export function syntheticId(value: unknown): string {
  return `${SYNTHETIC_ID}${createHash('sha256').update(jsonOf(value)).digest('hex').slice(0, 16)}`;
}
