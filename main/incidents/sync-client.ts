import type { TenantId } from '../../contract/ids';
import type { Problem } from '../../contract/problem';
import type { QuotaUse } from '../../contract/sync-schedule';
import type { SyncOutcome, SyncProgress } from '../../contract/sync';
import type { CloudEnvironment } from '../cloud/environment';
import { idsOf, processEnded, Reading } from './reading';
import type { Reader } from './start-reader';
import { storeFailure } from './store-failure';
import type { SyncClientParts } from './sync-client-parts';
import type { SyncHost, SyncService } from './sync-lines';
import { progressOf, totalProgress } from './sync-progress';
import { TenantHolds } from './tenant-holds';
import type { WriteService } from './writing/write-lines';

/** Tenants read together, and how far they are. */
interface Run {
  readings: ReadonlyMap<TenantId, Reading>;
  progress: SyncProgress;
}

/** Main's side of the process that reads incidents. The process starts with the first read, or before it. */
export class SyncClient {
  /** Each tenant until its own outcome, however long others of its run take. */
  readonly #reading = new Map<TenantId, Reading>();
  readonly #holds = new TenantHolds();
  readonly #runs = new Map<number, Run>();
  #reader: Reader | null = null;
  #lastRun = 0;
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
    return new Set([...this.#reading.values()].filter(({ begun }) => begun).map(({ tenantId }) => tenantId));
  }

  /**
   * Reads these tenants and answers when done. A tenant already being read is not read twice: its outcome is waited for, and where somebody waits for it
   * now, its pages come first from here on. One whose data is being removed is read once that is over.
   */
  async read(tenantIds: readonly TenantId[], { interactive }: { interactive: boolean }): Promise<SyncOutcome[]> {
    if (this.#closed) return tenantIds.map((tenantId) => new Reading(tenantId).cancelled());
    const fresh: Reading[] = [];
    const readings = tenantIds.map((tenantId) => {
      const known = this.#reading.get(tenantId);
      if (known) return known;
      const reading = new Reading(tenantId);
      this.#reading.set(tenantId, reading);
      fresh.push(reading);
      return reading;
    });
    if (interactive) this.#hurry(readings);
    if (fresh.length > 0) {
      this.parts.apps.retry();
      const held = fresh.filter(({ tenantId }) => this.#holds.has(tenantId));
      const later = this.#holds.over(idsOf(held)).then(() => this.#runByApp(held.filter(({ over }) => !over)));
      await Promise.all([this.#runByApp(fresh.filter((reading) => !held.includes(reading))), later]);
    }
    return Promise.all(readings.map(({ outcome }) => outcome));
  }

  /** Ends the read of one tenant, or (null) every read under way; their outcomes say so. What is stored stays, and the next read goes on there. */
  async cancel(tenantId: TenantId | null): Promise<void> {
    for (const reading of this.#reading.values())
      if (!reading.given && (tenantId === null || reading.tenantId === tenantId)) this.#end(reading, reading.cancelled());
    const service = this.#reader?.service;
    await (tenantId === null ? service?.cancel() : service?.leave(tenantId));
  }

  /** While paused no page is asked for: reads under way, and those that begin, wait. */
  async pause(paused: boolean): Promise<void> {
    this.#paused = paused;
    await this.#reader?.service.pause(paused);
  }

  /** What was counted of a tenant's calls; nothing before the first read. */
  async quota(tenantId: TenantId): Promise<QuotaUse[]> {
    return (await this.#reader?.service.quota(tenantId)) ?? [];
  }

  /**
   * Removes what is stored of tenants, or them from the list: their reads have ended before, and none begins meanwhile. Otherwise a tenant that is added
   * again would be given the rest of the old read, or be read twice at once, and one of the two find its place gone.
   */
  without<T>(tenantIds: readonly TenantId[], remove: () => Promise<T>): Promise<T> {
    for (const tenantId of tenantIds) {
      const reading = this.#reading.get(tenantId);
      if (reading) this.#end(reading, reading.cancelled());
    }
    return this.#holds.during(tenantIds, async () => {
      await Promise.all(tenantIds.map(async (tenantId) => this.#reader?.service.leave(tenantId).catch(() => undefined)));
      return remove();
    });
  }

  /** Ends the process. Reads under way count as cancelled: they are neither told nor noted in a store that is closing. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const reading of this.#reading.values()) reading.end(reading.cancelled());
    this.#reading.clear();
    this.#reader?.close();
    this.#reader = null;
  }

  /** One run per partner app: each is of one cloud. Never throws: what fails is noted on the tenants. */
  async #runByApp(readings: readonly Reading[]): Promise<void> {
    if (readings.length === 0) return;
    try {
      const byTenant = new Map(readings.map((reading) => [reading.tenantId, reading]));
      const runs = (await this.parts.apps.byReader([...byTenant.keys()])).map(({ environment, tenantIds }) => {
        const own = tenantIds.flatMap((tenantId) => byTenant.get(tenantId) ?? []);
        for (const tenantId of tenantIds) byTenant.delete(tenantId);
        return this.#run(environment, own);
      });
      const without = [...byTenant.values()].map((reading) => this.#fail(reading, { code: 'noPartnerApp', at: Date.now() }));
      await Promise.all([...runs, ...without]);
    } catch (error) {
      this.parts.log.error('the partner apps of tenants could not be read', { error });
      await Promise.all(readings.map((reading) => this.#fail(reading, storeFailure(error, Date.now()))));
    }
  }

  async #run(environment: CloudEnvironment, readings: readonly Reading[]): Promise<void> {
    this.#lastRun += 1;
    const runId = this.#lastRun;
    const startedAt = Date.now();
    const progress = { running: true, tenantsTotal: readings.length, tenantsDone: 0, tenantsFailed: 0, incidentsRead: 0, startedAt };
    this.#runs.set(runId, { readings: new Map(readings.map((reading) => [reading.tenantId, reading])), progress });
    this.#tell(runId, progress);
    await this.#order(runId, environment, readings);
    const outcomes = await Promise.all(readings.map(({ outcome }) => outcome));
    // Not before the last of several, and not for who wants an end at once: then the store does it by itself a little later.
    const last = this.#runs.size === 1 && outcomes.every(({ result }) => result !== 'cancelled');
    if (last && !this.#closed) await this.parts.store.settle().catch(() => undefined);
    this.#tell(runId, { ...progressOf(outcomes), startedAt });
    this.#runs.delete(runId);
    // The others may have nothing to tell for long: how far they are without this one.
    const [other] = this.#runs;
    if (other) this.#tell(other[0], other[1].progress);
  }

  /** Has the process read them; afterwards each of them is over. */
  async #order(runId: number, environment: CloudEnvironment, readings: readonly Reading[]): Promise<void> {
    try {
      const { store, windowDays: days, graphFirst: first } = this.parts;
      const [urgent, windowDays, graphFirst] = await Promise.all([store.urgentTenants(), days(), first()]);
      // Others were cancelled meanwhile, or left the list.
      const wanted = readings.filter(({ over }) => !over);
      if (wanted.length === 0) return;
      for (const reading of wanted) reading.given = true;
      const interactive = idsOf(wanted.filter((reading) => reading.interactive));
      const order = { runId, environment, tenantIds: idsOf(wanted), urgent, graphFirst, interactive, windowDays };
      const outcomes = new Map((await this.#service().start(order)).map((outcome) => [outcome.tenantId, outcome]));
      for (const reading of wanted) this.#end(reading, outcomes.get(reading.tenantId) ?? reading.cancelled());
    } catch (error) {
      if (this.#closed) return;
      this.parts.log.error('tenants could not be read', { error });
      const problemOf = ({ given }: Reading) => (given ? processEnded() : storeFailure(error, Date.now()));
      await Promise.all(readings.map((reading) => this.#fail(reading, problemOf(reading))));
    }
  }

  #hurry(readings: readonly Reading[]): void {
    for (const reading of readings) reading.interactive = true;
    const given = idsOf(readings.filter((reading) => reading.given));
    if (given.length > 0) void this.#reader?.service.hurry(given).catch(() => undefined);
  }

  #begin(reading: Reading): void {
    reading.begun = true;
    this.parts.onTenantChanged(reading.tenantId);
  }

  #end(reading: Reading, outcome: SyncOutcome): void {
    if (reading.over) return;
    if (this.#reading.get(reading.tenantId) === reading) this.#reading.delete(reading.tenantId);
    reading.end(outcome);
    this.parts.onTenantChanged(reading.tenantId);
  }

  /** Ends a read with a failure that the reading process could not note itself. */
  async #fail(reading: Reading, problem: Problem): Promise<void> {
    if (reading.over) return;
    const noted = this.parts.store.recordAttempt(reading.tenantId, { at: problem.at, kind: 'problem', problem, partial: false });
    await noted.catch((error: unknown) => this.parts.log.error('a failed read could not be noted', { error }));
    this.#end(reading, reading.failed(problem));
  }

  #tell(runId: number, progress: SyncProgress): void {
    const run = this.#runs.get(runId);
    if (run) run.progress = progress;
    this.parts.onProgress(totalProgress([...this.#runs.values()].map((one) => one.progress)));
  }

  #service(): SyncService {
    this.#reader ??= this.#start();
    return this.#reader.service;
  }

  #start(): Reader {
    const reader = this.parts.start(this.#host(), () => {
      if (this.#reader === reader) this.#reader = null;
    });
    if (this.#paused) void reader.service.pause(true).catch(() => undefined);
    return reader;
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
        if (progress.running && this.#runs.has(runId)) this.#tell(runId, progress);
      },
      tenants: async (told) => {
        for (const { runId, tenantId, outcome } of told) {
          const reading = this.#runs.get(runId)?.readings.get(tenantId);
          // Of a tenant that left the list, or was ordered again since, nothing more is heard.
          if (!reading || reading.over) continue;
          if (outcome) this.#end(reading, outcome);
          else this.#begin(reading);
        }
      },
    };
  }
}
