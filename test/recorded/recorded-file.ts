import { createHash } from 'node:crypto';
import { stringify } from 'lossless-json';
import type { Surface } from '../../contract/permissions';
import { isObject, readLossless } from './json';
import { inIncidents, isGraphAlert, surfaceOf } from './recorded-surface';

/** One file of the folder, made ready to be served as a page of incidents of a tenant of its own. */
export interface RecordedFile {
  name: string;
  tenantId: string;
  /** The surface it came from, and goes through. */
  surface: Surface;
  /** What the imitated service answers: the file's bytes wherever they are a page already. */
  body: Buffer;
  /** What had to be done to the file before it could be served. */
  notes: string[];
  /** The page's items, read without the app's code and with every digit; null: the file is no page. */
  items: unknown[] | null;
}

/** Surfaces that the app does not read yet, by the first word of the file's name. */
export function laterSurface(name: string): boolean {
  return /^hunting-/i.test(name);
}

/** Prepares a file. In: its name and bytes. A bare incident, or a list of them, is wrapped into a page; alerts of Graph's are put into their incidents. */
export function prepare(name: string, bytes: Buffer): RecordedFile {
  const file = asPage(name, bytes);
  const alerts = file.surface === 'graph' ? (file.items ?? []).filter(isGraphAlert) : [];
  if (alerts.length === 0 || alerts.length !== file.items?.length) return file;
  const items = inIncidents(alerts);
  return {
    ...file,
    body: Buffer.from(stringify({ value: items }) ?? ''),
    notes: [...file.notes, 'alerts, put into their incidents'],
    items,
  };
}

function asPage(name: string, bytes: Buffer): RecordedFile {
  const file = { name, tenantId: tenantIdFor(name), surface: surfaceOf(name, null), notes: [] as string[] };
  const text = decode(bytes);
  let json: unknown;
  try {
    json = readLossless(text);
  } catch (error) {
    return { ...file, body: bytes, notes: [`not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}`], items: null };
  }
  file.surface = surfaceOf(name, json);
  if (Array.isArray(json))
    return { ...file, body: Buffer.from(`{"value":${text}}`), notes: ['a bare list, wrapped into a page'], items: json };
  if (!isObject(json)) return { ...file, body: bytes, notes: ['neither an object nor a list'], items: null };
  if (!('value' in json) && ('incidentId' in json || 'id' in json)) {
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
