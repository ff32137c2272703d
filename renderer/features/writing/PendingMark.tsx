import type { IncidentRow } from '../../../contract/incident';
import { useApp } from '../../store/app-store';
import { pickKey } from '../../store/incidents-slice';
import { mayBeOfBefore } from '../../store/writes-slice';
import { StateDot } from '../../ui/StateBadge';
import { stateWords } from './write-words';

/** In a row whose incident was changed from here: what stands there may be of before. */
export function PendingMark({ incident }: { incident: Pick<IncidentRow, 'tenantId' | 'incidentId' | 'readAt'> }) {
  const pending = useApp((state) => state.pendingWrites.get(pickKey(incident)));
  return pending && mayBeOfBefore(pending, incident.readAt) && <StateDot tone="waiting" label={stateWords(pending)} />;
}
