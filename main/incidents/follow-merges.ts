import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import { packBody } from '../store/packed-body';
import type { SyncCursor } from '../store/sync-cursor';
import type { PageRequests } from './page-requests';
import type { ProviderPage } from './provider';
import type { ReadTenantParts } from './read-tenant';
import type { Attempt } from './retry';
import { storeFailure } from './store-failure';

/** Targets read after one pass; the rest follow with the next. */
const MOST = 20;
const NOTHING: ProviderPage = { bytes: new Uint8Array(), rows: [], next: null };

/**
 * Reads the incidents that others were merged into, where they are not stored: they may lie outside what was read. A target that was merged in turn is
 * followed as well. One that is not there is asked for once, so that it keeps no other waiting. How far this has come is stored with the tenant's place:
 * what was kept from it goes on with the next read. Out: what went wrong, or null.
 */
export async function followMerges(
  tenantId: TenantId,
  { store, provider, now }: Pick<ReadTenantParts, 'store' | 'provider' | 'now'>,
  requests: PageRequests,
  signal: AbortSignal,
  cursor: SyncCursor,
): Promise<Problem | null> {
  const { surface } = provider;
  if (!provider.readIncident) return null;
  let { deadTargets } = cursor;
  const save = async (page: ProviderPage, targetsLeft: boolean): Promise<Attempt<void>> => {
    const sync = { cursor: { ...cursor, targetsLeft, deadTargets }, follows: cursor.round, unlistedAt: null };
    try {
      await store.saveIncidentPage({ tenantId, surface, readAt: now(), raw: await packBody(page), rows: page.rows, sync });
      return { ok: true, value: undefined };
    } catch (error) {
      return { ok: false, problem: storeFailure(error, now()) };
    }
  };
  for (let left = MOST; left > 0; left--) {
    let missing: string[];
    try {
      missing = await store.missingTargets(tenantId);
    } catch (error) {
      return storeFailure(error, now());
    }
    if (signal.aborted) return null;
    const dead = new Set(deadTargets);
    const incidentId = missing.find((id) => !dead.has(id));
    // Whatever was stored since is none of them any more.
    deadTargets = missing.filter((id) => dead.has(id) || id === incidentId);
    if (incidentId === undefined) {
      const saved = await save(NOTHING, false);
      return saved.ok ? null : saved.problem;
    }
    const read = await requests.page(
      (one, access) => one.readIncident?.({ ...access, incidentId }) ?? Promise.resolve({ ok: true, page: NOTHING }),
      { newest: false, handle: (page) => save(page, true) },
    );
    if (read.ok) continue;
    if (signal.aborted || read.problem.code !== 'refused') return signal.aborted ? null : read.problem;
    const saved = await save(NOTHING, true);
    if (!saved.ok) return saved.problem;
  }
  return null;
}
