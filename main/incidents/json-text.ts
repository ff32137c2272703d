import { isSafeNumber, LosslessNumber, parse, stringify } from 'lossless-json';
import { asList, isRecord, type JsonRecord } from './lenient';

/** A number JSON.parse might round: many digits, or an exponent. May also match inside text, which only costs time. */
const LONG_NUMBER = /[:[,]\s*-?(?:\d[\d.]{15,}|[\d.]+e[+-]?\d+)\s*[,}\]]/i;
const lastWins = ({ newValue }: { newValue: unknown }): unknown => newValue;

/**
 * Parses a body for reading. Numbers a double cannot hold (ids beyond 2^53) come out as text with all their digits.
 * Throws SyntaxError.
 */
export function parseJson(body: string): unknown {
  const text = body.replace(/^\uFEFF/, '');
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  const value = parse(text, null, { parseNumber: (digits) => (isSafeNumber(digits) ? Number(digits) : digits), onDuplicateKey: lastWins });
  return value;
}

/** Parses a body natively: a number a double cannot hold comes out rounded. Throws SyntaxError. */
export function parseRounded(body: string): unknown {
  return JSON.parse(body.replace(/^\uFEFF/, ''));
}

/** Indented JSON text of one part of a body, every number with the digits it came with. */
export function indentedPart(body: string, select: (value: unknown) => unknown): string {
  return stringify(select(parseExactly(body)), null, 2) ?? 'null';
}

/** Parses a body once; then any part of it as JSON text on one line, every number with the digits it came with. Throws SyntaxError. */
export function compactPart(body: string): (select: (value: unknown) => unknown) => string {
  const value = parseExactly(body);
  return (select) => stringify(select(value)) ?? 'null';
}

/** Items of a page, every number with the digits it came with. */
export function exactItems(body: string): unknown[] {
  const page = parseExactly(body);
  return isRecord(page) ? asList(page['value']) : [];
}

/** The page as JSON text with more in each of its items; every other value as it came. */
export function withMore(body: string, moreOf: (item: JsonRecord) => JsonRecord): string {
  const page = parseExactly(body);
  if (!isRecord(page)) return body;
  const value = asList(page['value']).map((item) => (isRecord(item) ? { ...item, ...moreOf(item) } : item));
  return stringify({ ...page, value }) ?? body;
}

function parseExactly(body: string): unknown {
  return parse(body.replace(/^\uFEFF/, ''), null, { parseNumber: (digits) => new LosslessNumber(digits), onDuplicateKey: lastWins });
}
