import type { UnreadTarget } from '../../contract/incident';
import type { StoredIncident, StorePort } from '../store/store-port';

const SURFACES = ['xdr', 'graph'] as const;

/**
 * What became of asking for the incident that this one was merged into, where the service failed to give it. Null: there is none, it is stored, or it was
 * not asked for in vain. What was noted over the surface this one was read over counts first.
 */
export async function unreadTargetOf(
  { tenantId, redirectIncidentId, surface }: Pick<StoredIncident, 'tenantId' | 'redirectIncidentId' | 'surface'>,
  store: Pick<StorePort, 'incidentRows' | 'readSyncCursors'>,
): Promise<UnreadTarget | null> {
  if (redirectIncidentId === null) return null;
  const surfaces = SURFACES.toSorted((a, b) => Number(b === surface) - Number(a === surface));
  const [stored, cursors] = await Promise.all([
    store.incidentRows([{ tenantId, incidentId: redirectIncidentId }]),
    store.readSyncCursors(surfaces.map((one) => ({ tenantId, surface: one }))),
  ]);
  if (stored.length > 0) return null;
  const noted = cursors.flatMap(({ cursor }) => cursor?.unreadTargets ?? []).find(({ incidentId }) => incidentId === redirectIncidentId);
  if (!noted) return null;
  const { said, code = null, tries, since, againAt } = noted;
  return { said, code, tries, since, againAt };
}
