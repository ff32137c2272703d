import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import { packBody } from '../store/packed-body';
import type { SyncCursor } from '../store/sync-cursor';
import type { PageRequests } from './page-requests';
import type { ReadTenantParts } from './read-tenant';
import { storeFailure } from './store-failure';

/** Targets read after one pass; the rest follow with the next. */
const MOST = 20;

/**
 * Reads the incidents that others were merged into, where they are not stored: they may lie outside what was read. A target that was merged in turn is
 * followed as well. One the service does not know is left. Out: what went wrong, or null.
 */
export async function followMerges(
  tenantId: TenantId,
  { store, provider, now }: Pick<ReadTenantParts, 'store' | 'provider' | 'now'>,
  requests: PageRequests,
  signal: AbortSignal,
  cursor: SyncCursor,
): Promise<Problem | null> {
  const { surface } = provider;
  const asked = new Set<string>();
  if (!provider.readIncident) return null;
  while (asked.size < MOST) {
    let missing: string[];
    try {
      missing = (await store.missingTargets(tenantId)).filter((id) => !asked.has(id));
    } catch (error) {
      return storeFailure(error, now());
    }
    const [incidentId] = missing;
    if (incidentId === undefined || signal.aborted) return null;
    asked.add(incidentId);
    const read = await requests.page(
      (one, access) =>
        one.readIncident?.({ ...access, incidentId }) ??
        Promise.resolve({ ok: true, page: { bytes: new Uint8Array(), rows: [], next: null } }),
      {
        newest: false,
        handle: async (page) => {
          try {
            const { rows } = page;
            const raw = await packBody(page);
            if (rows.length > 0)
              await store.saveIncidentPage({
                tenantId,
                surface,
                readAt: now(),
                raw,
                rows,
                sync: { cursor, follows: cursor.round, unlistedAt: null },
              });
            return { ok: true, value: undefined };
          } catch (error) {
            return { ok: false, problem: storeFailure(error, now()) };
          }
        },
      },
    );
    if (!read.ok) return signal.aborted ? null : read.problem;
  }
  return null;
}
