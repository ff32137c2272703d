import { createHash } from 'node:crypto';
import { LosslessNumber, parse, stringify } from 'lossless-json';

/** One file of the folder, made ready to be served as a page of `/api/incidents` of a tenant of its own. */
export interface RecordedFile {
  name: string;
  tenantId: string;
  /** What the imitated service answers: the file's bytes wherever they are a page already. */
  body: Buffer;
  /** What had to be done to the file before it could be served. */
  notes: string[];
  /** The page's items, read without the app's code and with every digit; null: the file is no page. */
  items: unknown[] | null;
}

/** Surfaces that the app does not read yet, by the first word of the file's name. */
export function laterSurface(name: string): boolean {
  return /^(?:graph|hunting)-/i.test(name);
}

/** Prepares a file. In: its name and bytes. A bare incident, or a list of them, is wrapped into a page. */
export function prepare(name: string, bytes: Buffer): RecordedFile {
  const file = { name, tenantId: tenantIdFor(name), notes: [] as string[] };
  const text = decode(bytes);
  let json: unknown;
  try {
    json = readLossless(text);
  } catch (error) {
    return { ...file, body: bytes, notes: [`not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}`], items: null };
  }
  if (Array.isArray(json))
    return { ...file, body: Buffer.from(`{"value":${text}}`), notes: ['a bare list, wrapped into a page'], items: json };
  if (!isObject(json)) return { ...file, body: bytes, notes: ['neither an object nor a list'], items: null };
  if (!('value' in json) && 'incidentId' in json) {
    return { ...file, body: Buffer.from(`{"value":[${text}]}`), notes: ['a bare incident, wrapped into a page'], items: [json] };
  }
  const items = Array.isArray(json['value']) ? json['value'] : null;
  if ('@odata.nextLink' in json) {
    const { '@odata.nextLink': _link, ...rest } = json;
    return {
      ...file,
      body: Buffer.from(stringify(rest) ?? ''),
      notes: ['@odata.nextLink dropped: its next page is not in the folder'],
      items,
    };
  }
  return { ...file, body: bytes, notes: items === null ? ['an object without a list "value"'] : [], items };
}

/** JSON with every number as the digits it was written with. Of repeated keys the last counts, as everywhere. */
export function readLossless(text: string): unknown {
  return parse(text, null, { parseNumber: (digits) => new LosslessNumber(digits), onDuplicateKey: ({ newValue }) => newValue });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** A GUID made from the name, so that each file is a tenant. */
function tenantIdFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
