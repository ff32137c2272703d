import { textOf } from '../cloud/read-body';
import type { IncidentColumns } from '../store/store-port';
import { parseRounded } from './json-text';
import { isRecord } from './lenient';
import { pageParts } from './page-items';
import { COLUMN_FIELDS, LONGEST_ID, xdrColumns } from './xdr-columns';
import { readEnvelope, type XdrEnvelope } from './xdr-page';

export interface XdrRows extends Pick<XdrEnvelope, 'nextLink'> {
  rows: IncidentColumns[];
}

/**
 * A page as the rows of a list; null: not JSON, or not a page. It is parsed natively, and once more with every digit only where a number that a double
 * cannot hold could stand in a column.
 */
export function readRows(body: Uint8Array): XdrRows | null {
  const quick = itemByItem(body) ?? readEnvelope(textOf(body), parseRounded);
  const page = quick?.items.every(isPlain) === false ? readEnvelope(textOf(body)) : quick;
  return page && { rows: page.items.map(xdrColumns), nextLink: page.nextLink };
}

/** Null: to be read as a whole. */
function itemByItem(body: Uint8Array): XdrEnvelope | null {
  const parts = pageParts(body);
  const frame = parts && readEnvelope(parts.frame, parseRounded);
  // Whatever else is there under the list's name would count in its place.
  if (!frame || frame.items.length > 0) return null;
  try {
    return { items: parts.items.map((item): unknown => JSON.parse(item)), nextLink: frame.nextLink };
  } catch {
    return null;
  }
}

/** Whether no column of the item can hold a number that was rounded. Without an id of its own it would be named after all of its content. */
function isPlain(item: unknown): boolean {
  if (!isRecord(item)) return false;
  const { incidentId } = item;
  if (typeof incidentId === 'string' ? incidentId.trim() === '' || incidentId.length > LONGEST_ID : !incidentId) return false;
  return COLUMN_FIELDS.every((name) => {
    const value = item[name];
    return value === null || value === undefined || typeof value === 'string' || Number.isSafeInteger(value);
  });
}
