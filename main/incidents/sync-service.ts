import type { TenantId } from '../../contract/ids';
import type { SyncProgress } from '../../contract/sync';
import type { FetchPort } from '../cloud/fetch-port';
import type { TokenAsked } from '../identity/token-port';
import { reviveStoreError } from '../store/store-error';
import type { IncidentPageWrite } from '../store/page-port';
import type { StorePort, TenantAttempt } from '../store/store-port';
import type { CursorName } from '../store/sync-cursor';
import { gather } from '../utility/gather';
import { fromWireError } from '../utility/wire-error';
import { CallBudgets } from './call-budget';
import type { ProviderPage } from './provider';
import { GraphProvider } from './graph-provider';
import type { ReadTenantParts } from './read-tenant';
import { delay } from './retry';
import { SurfaceRefusals } from './surface-refusals';
import { syncTenants } from './sync-engine';
import type { SyncHost, SyncService, TenantTold } from './sync-lines';
import { tellNewest } from './tell-newest';
import { TurnCount } from './turn-count';
import { Turns } from './turns';
import { createWriteService } from './writing/write-service';
import { XdrProvider } from './xdr-provider';

export interface SyncServiceParts {
  host: Omit<SyncHost, 'resolveProxy' | 'proxyStanding'>;
  store: Pick<StorePort, 'saveIncidentPages' | 'recordAttempts' | 'readSyncCursors' | 'missingTargets'>;
  fetch: FetchPort;
}

/** Pages wait so long for others, and ends of reads: they then share a transaction, which costs as much as many of their rows. */
const TOGETHER_MS = 20;
/** So many rows go at once, so that the store's process works while further pages are read. */
const ROWS_TOGETHER = 400;
/** So many tokens main looks up at a time. */
const HELD_TOGETHER = 100;
/** New tokens asked for at a time, as many as pages of a first read: more are no sooner there, and keep main busy for longer at a stretch. */
const TOKENS_AT_ONCE = 32;
/** Main is told at most this often how far a run is. */
const PROGRESS_EVERY_MS = 250;

/** What ends a run: all of it, or its read of one tenant. */
interface Run {
  abort: AbortController;
  tenants: ReadonlyMap<TenantId, TenantRun>;
}

/** Ends the read of one tenant, brings it forward, and says when it has ended: a page of it may be on its way to the store. */
class TenantRun {
  /** Also with the whole run. */
  readonly abort = new AbortController();
  /** It left the list. */
  left = false;
  readonly hurry = new AbortController();
  ended: () => void = () => undefined;
  readonly hasEnded = new Promise<void>((resolve) => {
    this.ended = resolve;
  });
}

/** The engine as a service: every run with its own provider, turns and quotas shared, all of them ended by one cancel. */
export function createSyncService({ host, store: port, fetch }: SyncServiceParts): SyncService {
  const recordAttempt = gather<TenantAttempt, void>(
    async (attempts) => {
      await port.recordAttempts(attempts);
      return [];
    },
    { momentMs: TOGETHER_MS },
  );
  const savePage = gather((pages: readonly IncidentPageWrite[]) => port.saveIncidentPages(pages), {
    momentMs: TOGETHER_MS,
    full: ROWS_TOGETHER,
    weigh: ({ rows }) => rows.length,
  });
  const readSyncCursor = gather((asked: readonly CursorName[]) => port.readSyncCursors(asked));
  const store: ReadTenantParts['store'] = {
    saveIncidentPage: async (page) => {
      const answer = await savePage(page);
      if (!answer.ok) throw fromWireError(answer.error, reviveStoreError);
      return answer.saved;
    },
    missingTargets: (tenantId) => port.missingTargets(tenantId),
    recordAttempt: (tenantId, result) => recordAttempt({ tenantId, result }),
    readSyncCursor: (tenantId, surface) => readSyncCursor({ tenantId, surface }),
  };
  const heldTokens = gather((asked: readonly TokenAsked[]) => host.heldTokens(asked), { full: HELD_TOGETHER });
  // Most tokens are held in main already: those of many tenants come as one. A new one is waited for by its tenant alone.
  const heldToken: ReadTenantParts['heldToken'] = (tenantId, wish) => heldTokens({ tenantId, ...wish });
  const tellTenant = gather<TenantTold, void>(
    async (told) => {
      await host.tenants(told);
      return [];
    },
    { momentMs: TOGETHER_MS },
  );
  const running = new Set<Run>();
  // Over all tenants and runs; quotas are per tenant.
  const turnCount = new TurnCount();
  const turns = new Turns(turnCount.current);
  const tokenTurns = new Turns(TOKENS_AT_ONCE);
  const onReceived = (page: ProviderPage): void => {
    turns.atOnce = turnCount.learn(page);
  };
  const budgets = new CallBudgets();
  const refusals = new SurfaceRefusals();
  const now = (): number => Date.now();
  return {
    ...createWriteService({ host, store, fetch, turns, tokenTurns, budgets, now, delay, random: Math.random }),
    async start({ runId, environment, tenantIds, urgent, graphFirst, interactive, windowDays }) {
      const run: Run = { abort: new AbortController(), tenants: new Map(tenantIds.map((tenantId) => [tenantId, new TenantRun()])) };
      running.add(run);
      const progressed = tellNewest<SyncProgress>((progress) => tell(host.progress(runId, progress)), PROGRESS_EVERY_MS);
      const access = { environment, fetch, now };
      const providers = [new XdrProvider(access), new GraphProvider(access)];
      try {
        return await syncTenants(
          {
            tokens: host,
            heldToken,
            providers,
            refusals,
            store,
            turns,
            tokenTurns,
            onReceived,
            budgets,
            windowDays,
            now,
            delay,
            random: Math.random,
          },
          {
            tenantIds,
            interactive: new Set(interactive),
            hurry: (tenantId) => run.tenants.get(tenantId)?.hurry.signal,
            urgent: new Set(urgent),
            graphFirst: new Set(graphFirst),
            signal: run.abort.signal,
            signalOf: (tenantId) => run.tenants.get(tenantId)?.abort.signal,
            hasLeft: (tenantId) => run.tenants.get(tenantId)?.left ?? false,
            onProgress: (progress) => (progress.running ? progressed.soon(progress) : progressed.last(progress)),
            onTenantStart: (tenantId) => tell(tellTenant({ runId, tenantId, outcome: null })),
            onOutcome: (outcome) => {
              run.tenants.get(outcome.tenantId)?.ended();
              tell(tellTenant({ runId, tenantId: outcome.tenantId, outcome }));
            },
          },
        );
      } finally {
        running.delete(run);
        progressed.stop();
        for (const { ended } of run.tenants.values()) ended();
        // How tenants ended is heard before how the run did.
        await tellTenant.flush();
      }
    },
    async hurry(tenantIds) {
      for (const { tenants } of running) for (const tenantId of tenantIds) tenants.get(tenantId)?.hurry.abort();
    },
    async cancel() {
      for (const { abort, tenants } of running) {
        abort.abort();
        for (const tenant of tenants.values()) tenant.abort.abort();
      }
    },
    async pause(paused) {
      for (const line of [turns, tokenTurns]) {
        if (paused) line.pause();
        else line.resume();
      }
    },
    async quota(tenantId) {
      return budgets.use(tenantId, now());
    },
    async leave(tenantId) {
      const ends = [...running].flatMap(({ tenants }) => tenants.get(tenantId) ?? []);
      for (const tenant of ends) {
        tenant.left = true;
        tenant.abort.abort();
      }
      await Promise.all(ends.map(({ hasEnded }) => hasEnded));
    },
  };
}

/** Main may be closing: what it no longer hears must not end the read. */
function tell(told: Promise<void>): void {
  told.catch(() => undefined);
}
