import type { IncidentKey } from '../../../contract/ids';
import type { TakenChange, WriteItem } from '../../../contract/writes';

/** What was taken of one incident. */
export type OwnTaken = IncidentKey & Pick<TakenChange, 'at'> & { taken: TakenChange };

type Seen = IncidentKey & Pick<WriteItem, 'seenAt'>;

/** What the service took of changes. */
export function takenOf(items: readonly WriteItem[]): OwnTaken[] {
  return items.flatMap(({ tenantId, incidentId, taken }) => (taken ? [{ tenantId, incidentId, at: taken.at, taken }] : []));
}

/** Whether somebody saw the incident before that was taken of it: it is one's own then, and nobody else's. */
export function isSince({ tenantId, incidentId, at }: OwnTaken, seen: Seen): boolean {
  return tenantId === seen.tenantId && incidentId === seen.incidentId && at > seen.seenAt;
}
