import type { IncidentKey } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { pickKey } from '../../store/incidents-slice';
import { StateDot } from '../../ui/StateBadge';
import { stateWords } from './write-words';

/** In a row whose incident was changed from here: what stands there may be of before. */
export function PendingMark({ incident }: { incident: IncidentKey }) {
  const pending = useApp((state) => state.pendingWrites.get(pickKey(incident)));
  return pending && <StateDot tone="waiting" label={stateWords(pending)} />;
}
