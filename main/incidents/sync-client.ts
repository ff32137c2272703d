import type { MessagePortMain } from 'electron';
import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { QuotaUse } from '../../contract/sync-schedule';
import type { SyncOutcome, SyncProgress } from '../../contract/sync';
import type { ProxyStanding } from '../cloud/proxy/proxy-sign-in';
import type { AppGroup, PartnerApps } from '../identity/partner-apps';
import type { StorePort } from '../store/store-port';
import { forkUtility, type Utility } from '../utility/fork-utility';
import { callPort, type PortCaller, servePort } from '../utility/port-calls';
import type { SyncHost, SyncLine, SyncOrder, SyncService } from './sync-lines';
import { progressOf, totalProgress } from './sync-progress';
import type { WriteService } from './writing/write-lines';

export interface SyncClientParts {
  /** Opens a line to the store's process. */
  opened: { connect(): MessagePortMain; store: Pick<StorePort, 'recordAttempt' | 'urgentTenants' | 'settle'> };
  /** How many days a first read goes back; null: everything. */
  windowDays(): Promise<number | null>;
  /** Which tenants are to be read through Graph first. */
  graphFirst(): Promise<TenantId[]>;
  log: { error(message: string, details: Record<string, unknown>): void };
  apps: Pick<PartnerApps, 'getToken' | 'heldTokens' | 'retry' | 'byReader'>;
  resolveProxy(url: string): Promise<string>;
  /** How Tenantry stands at the proxy in such an answer. */
  proxyStanding(resolved: string): Promise<ProxyStanding>;
  onProgress(progress: SyncProgress): void;
  /** A tenant's read began or ended: its state and its incidents may be others now. */
  onTenantChanged(tenantId: TenantId): void;
  /** What a change of an incident is waiting for. */
  onWriteActivity: SyncHost['writeActivity'];
}

/** Main's side of the process that reads incidents. The process starts with the first read, or before it. */
export class SyncClient {
  readonly #reading = new Map<TenantId, Promise<SyncOutcome>>();
  readonly #refreshing = new Set<TenantId>();
  readonly #progress = new Map<number, SyncProgress>();
  /** How reads of runs under way ended: what is known of them when the process ends first. */
  readonly #ended = new Map<TenantId, SyncOutcome>();
  #line: { utility: Utility; service: PortCaller<SyncService> } | null = null;
  #runs = 0;
  #closed = false;
  #paused = false;

  constructor(private readonly parts: SyncClientParts) {}

  /** Reads and changes single incidents, in the same process and the same budgets. */
  get writes(): WriteService {
    return this.#service();
  }

  /** Starts the process ahead of the first read, which then need not wait for it. */
  warmUp(): void {
    if (!this.#closed) this.#service();
  }

  /** Tenants being read right now. */
  refreshing(): ReadonlySet<TenantId> {
    return this.#refreshing;
  }

  /** Reads these tenants and answers when done. A tenant already being read is not read twice: its outcome is waited for. */
  async read(tenantIds: readonly TenantId[], { interactive }: { interactive: boolean }): Promise<SyncOutcome[]> {
    const fresh = tenantIds.filter((tenantId) => !this.#reading.has(tenantId));
    if (fresh.length > 0) {
      this.parts.apps.retry();
      const run = this.#runByApp(fresh, interactive);
      fresh.forEach((tenantId, index) => {
        const outcome = run.then((outcomes) => outcomes[index] ?? processEnded(tenantId));
        this.#reading.set(tenantId, outcome);
        void outcome.then(() => {
          if (this.#reading.get(tenantId) === outcome) this.#reading.delete(tenantId);
        });
      });
    }
    return Promise.all(tenantIds.flatMap((tenantId) => this.#reading.get(tenantId) ?? []));
  }

  /** Ends the read of one tenant, or (null) every read under way; their outcomes say so. What is stored stays, and the next read goes on there. */
  async cancel(tenantId: TenantId | null): Promise<void> {
    const service = this.#line?.service.remote;
    await (tenantId === null ? service?.cancel() : service?.leave(tenantId));
  }

  /** While paused no page is asked for: reads under way, and those that begin, wait. */
  async pause(paused: boolean): Promise<void> {
    this.#paused = paused;
    await this.#line?.service.remote.pause(paused);
  }

  /** What was counted of a tenant's calls; nothing before the first read. */
  async quota(tenantId: TenantId): Promise<QuotaUse[]> {
    return (await this.#line?.service.remote.quota(tenantId)) ?? [];
  }

  /**
   * Ends the read of a tenant that leaves the list. Without it, a tenant that is added again meanwhile would be given the rest of the old read,
   * and pass for whole.
   */
  async leave(tenantId: TenantId): Promise<void> {
    this.#reading.delete(tenantId);
    this.#refreshing.delete(tenantId);
    await this.#line?.service.remote.leave(tenantId).catch(() => undefined);
  }

  /** Ends the process. Reads under way count as cancelled: they are neither told nor noted in a store that is closing. */
  async close(): Promise<void> {
    this.#closed = true;
    const line = this.#line;
    this.#line = null;
    line?.service.close(new Error('The profile was closed'));
    line?.utility.kill();
  }

  /** One run per partner app: a refusal of its credential ends the run of its tenants, and not that of others. */
  async #runByApp(tenantIds: readonly TenantId[], interactive: boolean): Promise<SyncOutcome[]> {
    const groups = await this.parts.apps.byReader(tenantIds);
    const runs = await Promise.all(groups.map((group) => this.#run(group, interactive)));
    const outcomes = new Map(runs.flat().map((outcome) => [outcome.tenantId, outcome]));
    return Promise.all(tenantIds.map(async (tenantId) => outcomes.get(tenantId) ?? this.#noteFailure(tenantId, withoutApp(tenantId))));
  }

  async #run({ environment, tenantIds }: AppGroup, interactive: boolean): Promise<SyncOutcome[]> {
    this.#runs += 1;
    const runId = this.#runs;
    const startedAt = Date.now();
    this.#tell(runId, { running: true, tenantsTotal: tenantIds.length, tenantsDone: 0, tenantsFailed: 0, incidentsRead: 0, startedAt });
    const outcomes = await this.#outcomes({ runId, environment, tenantIds, interactive });
    // Not before the last of several, and not for who wants an end at once: then the store does it by itself a little later.
    const last = this.#progress.size === 1 && outcomes.every(({ result }) => result !== 'cancelled');
    if (last && !this.#closed) await this.parts.opened.store.settle().catch(() => undefined);
    for (const tenantId of tenantIds) {
      this.#refreshing.delete(tenantId);
      this.parts.onTenantChanged(tenantId);
    }
    this.#tell(runId, { ...progressOf(outcomes), startedAt });
    this.#progress.delete(runId);
    return outcomes;
  }

  async #outcomes(asked: Pick<SyncOrder, 'runId' | 'environment' | 'tenantIds' | 'interactive'>): Promise<SyncOutcome[]> {
    const { tenantIds } = asked;
    for (const tenantId of tenantIds) this.#ended.delete(tenantId);
    try {
      const { opened, windowDays: days, graphFirst: first } = this.parts;
      const [urgent, windowDays, graphFirst] = await Promise.all([opened.store.urgentTenants(), days(), first()]);
      if (!this.#closed) return await this.#service().start({ ...asked, urgent, graphFirst, windowDays });
    } catch (error) {
      if (!this.#closed) {
        this.parts.log.error('the reading process failed', { error });
        return Promise.all(
          tenantIds.map(async (tenantId) => this.#ended.get(tenantId) ?? this.#noteFailure(tenantId, processEnded(tenantId))),
        );
      }
    }
    return tenantIds.map(cancelled);
  }

  /** Notes a failure that the reading process could not note itself. */
  async #noteFailure(tenantId: TenantId, outcome: SyncOutcome & { problem: Problem }): Promise<SyncOutcome> {
    const { problem, finishedAt } = outcome;
    const noted = this.parts.opened.store.recordAttempt(tenantId, { at: finishedAt, kind: 'problem', problem, partial: false });
    await noted.catch((error: unknown) => this.parts.log.error('a failed read could not be noted', { error }));
    this.parts.onTenantChanged(tenantId);
    return outcome;
  }

  #tell(runId: number, progress: SyncProgress): void {
    this.#progress.set(runId, progress);
    this.parts.onProgress(totalProgress([...this.#progress.values()]));
  }

  #service(): SyncService {
    this.#line ??= this.#start();
    return this.#line.service.remote;
  }

  #start(): { utility: Utility; service: PortCaller<SyncService> } {
    const utility = forkUtility({ entry: 'sync-process', name: 'Tenantry incident reader' });
    const line = (name: SyncLine): MessagePortMain => utility.connect(name);
    const service = callPort<SyncService>(line('service'), { closed: () => new Error('The reading process ended') });
    servePort(line('host'), this.#host());
    utility.send('store' satisfies SyncLine, [this.parts.opened.connect()]);
    if (this.#paused) void service.remote.pause(true).catch(() => undefined);
    utility.onExit((code) => {
      if (this.#line?.utility !== utility) return;
      this.#line = null;
      service.close(new Error(`The reading process ended (code ${code})`));
    });
    return { utility, service };
  }

  #host(): SyncHost {
    return {
      getToken: (tenantId, wish) => this.parts.apps.getToken(tenantId, wish),
      heldTokens: (asked) => this.parts.apps.heldTokens(asked),
      resolveProxy: (url) => this.parts.resolveProxy(url),
      writeActivity: (writeId, activity) => this.parts.onWriteActivity(writeId, activity),
      proxyStanding: (resolved) => this.parts.proxyStanding(resolved),
      progress: async (runId, progress) => {
        // The lines are separate: a last word may come after the run's outcomes.
        if (progress.running && this.#progress.has(runId)) this.#tell(runId, progress);
      },
      tenants: async (told) => {
        for (const { tenantId, outcome } of told) {
          if (outcome) {
            this.#ended.set(tenantId, outcome);
            this.#refreshing.delete(tenantId);
          } else if (this.#reading.has(tenantId)) {
            this.#refreshing.add(tenantId);
          }
          this.parts.onTenantChanged(tenantId);
        }
      },
    };
  }
}

function cancelled(tenantId: TenantId): SyncOutcome {
  return { tenantId, result: 'cancelled', pages: 0, incidents: 0, finishedAt: Date.now() };
}

function failed(tenantId: TenantId, problem: Problem): SyncOutcome & { problem: Problem } {
  return { tenantId, result: 'failed', pages: 0, incidents: 0, problem, finishedAt: problem.at };
}

function withoutApp(tenantId: TenantId): SyncOutcome & { problem: Problem } {
  return failed(tenantId, { code: 'noPartnerApp', at: Date.now() });
}

function processEnded(tenantId: TenantId): SyncOutcome & { problem: Problem } {
  const detail = 'The process that reads incidents ended unexpectedly.';
  return failed(tenantId, { code: 'internal', at: Date.now(), detail });
}
