import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { SyncOutcome, SyncProgress } from '../../contract/sync';
import { readBySurface, type SurfaceChoiceParts, type SurfaceRead } from './surface-choice';

export type SyncParts = SurfaceChoiceParts;

export interface SyncRun {
  /** Tenants that somebody waits for. */
  interactive?: ReadonlySet<TenantId>;
  /** Fires when somebody begins to wait for this tenant. */
  hurry?(tenantId: TenantId): AbortSignal | undefined;
  /** Tenants with open incidents of high severity. */
  urgent?: ReadonlySet<TenantId>;
  /** Tenants to be read through Graph first; the others over Defender XDR. */
  graphFirst?: ReadonlySet<TenantId>;
  tenantIds: readonly TenantId[];
  signal: AbortSignal;
  onProgress(progress: SyncProgress): void;
  /** One tenant is done; the store knows how it ended. */
  onOutcome?(outcome: SyncOutcome): void;
  /** The first page of this tenant is asked for: until then it only waited. */
  onTenantStart?(tenantId: TenantId): void;
  /** Of a tenant whose read can be ended by itself: fires with `signal` as well. One signal and not `AbortSignal.any`, which takes 0.1 ms for each. */
  signalOf?(tenantId: TenantId): AbortSignal | undefined;
  /** The tenant left the list: nothing is noted of its read. */
  hasLeft?(tenantId: TenantId): boolean;
}

/**
 * Brings the given tenants up to date in the store: side by side, since quotas are per tenant, and page by page in the order of `Turns`. Out: one outcome per tenant, in the order asked for.
 * Whatever ends the read of one, a refusal of a partner app's credential or a fault of ours too, ends that one only and is noted on it: others may have
 * another app, or a token that is good yet. The app's token broker spares Entra the same question for each.
 */
export async function syncTenants(parts: SyncParts, run: SyncRun): Promise<SyncOutcome[]> {
  const progress: SyncProgress = {
    running: true,
    tenantsTotal: run.tenantIds.length,
    tenantsDone: 0,
    tenantsFailed: 0,
    incidentsRead: 0,
    startedAt: parts.now(),
  };
  run.onProgress({ ...progress });

  const one = async (tenantId: TenantId): Promise<SyncOutcome> => {
    let read = NOTHING_READ;
    const own = run.signalOf?.(tenantId) ?? run.signal;
    if (!own.aborted) {
      let begun = false;
      let stored = false;
      read = await readBySurface(tenantId, parts, {
        preferred: run.graphFirst?.has(tenantId) ? 'graph' : 'xdr',
        rank: {
          interactive: run.interactive?.has(tenantId) ?? false,
          hurry: run.hurry?.(tenantId),
          urgent: run.urgent?.has(tenantId) ?? false,
        },
        signal: own,
        onPage: (incidents) => {
          stored = true;
          progress.incidentsRead += incidents;
          run.onProgress({ ...progress });
        },
        onActivity: ({ doing }) => {
          if (begun || doing !== 'reads') return;
          begun = true;
          run.onTenantStart?.(tenantId);
        },
      }).catch((error: unknown) => ({ ...NOTHING_READ, partial: stored, problem: brokeOff(error, parts.now()) }));
    }
    if (run.hasLeft?.(tenantId)) read = { ...read, complete: false, problem: null };
    const outcome = await conclude(tenantId, read, parts);
    progress.tenantsDone += 1;
    if (outcome.result === 'failed' || outcome.result === 'partial') progress.tenantsFailed += 1;
    run.onProgress({ ...progress });
    run.onOutcome?.(outcome);
    return outcome;
  };

  const outcomes = await Promise.all(run.tenantIds.map(one));
  run.onProgress({ ...progress, running: false, finishedAt: parts.now() });
  return outcomes;
}

const NOTHING_READ: SurfaceRead = { pages: 0, incidents: 0, complete: false, partial: false, problem: null };

/** A fault of ours. Its message may hold what was read, and stays out. */
function brokeOff(error: unknown, at: number): Problem {
  return { code: 'internal', at, detail: `The read broke off: ${error instanceof Error ? error.name : 'unknown'}.` };
}

async function conclude(tenantId: TenantId, read: SurfaceRead, parts: SyncParts): Promise<SyncOutcome> {
  const { pages, incidents, partial, problem, readOver, unread = null } = read;
  const at = parts.now();
  const over = readOver ? { readOver } : {};
  const base = { tenantId, pages, incidents, finishedAt: at };
  if (!read.complete && problem === null) return { ...base, result: 'cancelled' };
  try {
    if (problem === null) await parts.store.recordAttempt(tenantId, { at, kind: 'complete', ...(unread ? { unread } : {}), ...over });
    else await parts.store.recordAttempt(tenantId, { at, kind: 'problem', problem, partial, ...over });
  } catch (error) {
    const failure: Problem = {
      code: 'storeFailed',
      at,
      detail: error instanceof Error ? error.message : 'The store did not note the attempt.',
    };
    return { ...base, result: partial ? 'partial' : 'failed', problem: problem ?? failure };
  }
  if (problem === null) return unread ? { ...base, result: 'partial', problem: unread } : { ...base, result: 'complete' };
  return { ...base, result: partial ? 'partial' : 'failed', problem };
}
