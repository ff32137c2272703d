import { z } from 'zod';
import { parseJson } from './json-text';

const envelope = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A page of `/api/incidents`: its items as they came, and the link to the next page where the service gives one. */
export interface XdrEnvelope {
  items: unknown[];
  nextLink: string | null;
}

/** Null: not JSON, or not a page. */
export function readEnvelope(body: string): XdrEnvelope | null {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return null;
  }
  const parsed = envelope.safeParse(json);
  if (!parsed.success) return null;
  const link = parsed.data['@odata.nextLink'];
  return { items: parsed.data.value, nextLink: typeof link === 'string' && link !== '' ? link : null };
}
