import type { IncidentFacts } from '../../../contract/incident-change';
import type { IncidentColumns } from '../../store/store-port';
import { asList, isRecord } from '../lenient';
import { ownTags } from '../xdr-columns';
import { readEnvelope } from '../xdr-page';

/** What people change of the incident at a place of a stored body. In: the columns read from it. */
export function factsAt(
  body: string,
  columns: Pick<IncidentColumns, 'rawIndex' | Exclude<keyof IncidentFacts & keyof IncidentColumns, 'tags'>>,
): IncidentFacts {
  const item = readEnvelope(body)?.items[columns.rawIndex];
  const record = isRecord(item) ? item : {};
  const { status, assignedTo, classification, determination } = columns;
  return { status, assignedTo, classification, determination, tags: ownTags(record), comments: asList(record['comments']).length };
}
