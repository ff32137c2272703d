import type { IncidentFacts } from '../../../contract/incident-change';
import type { IncidentColumns } from '../../store/store-port';
import { asList, isRecord } from '../lenient';
import { readEnvelope } from '../xdr-page';

/** What people change of the incident at a place of a stored body. In: the columns read from it. */
export function factsAt(
  body: string,
  columns: Pick<IncidentColumns, 'rawIndex' | (keyof IncidentFacts & keyof IncidentColumns)>,
): IncidentFacts {
  const item = readEnvelope(body)?.items[columns.rawIndex];
  const list = (...names: string[]): unknown[] => names.flatMap((name) => (isRecord(item) ? asList(item[name]) : []));
  const { status, assignedTo, classification, determination } = columns;
  // Graph's `systemTags` are the service's own, and are not sent back.
  const tags = list('customTags', 'tags').flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' ? [tag] : []));
  return { status, assignedTo, classification, determination, tags, comments: list('comments').length };
}
