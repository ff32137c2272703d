import { parseJson } from './json-text';
import { isRecord } from './lenient';

/** A page of `/api/incidents`: its items as they came, and the link to the next page where the service gives one. */
export interface XdrEnvelope {
  items: unknown[];
  nextLink: string | null;
}

/** One item of a page as it was parsed, by its place in the list: gaps count. */
export function itemAt(page: unknown, rawIndex: number): unknown {
  return isRecord(page) && Array.isArray(page['value']) ? (page['value'] as unknown[])[rawIndex] : undefined;
}

/** Null: not JSON, or not a page. `parse`: how numbers are read. */
export function readEnvelope(body: string, parse: (body: string) => unknown = parseJson): XdrEnvelope | null {
  let json: unknown;
  try {
    json = parse(body);
  } catch {
    return null;
  }
  // By hand, as every page comes past here; what its items hold is read leniently (lenient.ts).
  if (!isRecord(json) || !Array.isArray(json['value'])) return null;
  const link = json['@odata.nextLink'];
  return { items: json['value'], nextLink: typeof link === 'string' && link !== '' ? link : null };
}
