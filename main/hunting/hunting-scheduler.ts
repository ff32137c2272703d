import type { HuntingRun, HuntingRunId } from '../../contract/hunting';
import type { HuntingScheduleState } from '../../contract/hunting-schedule';
import type { TenantId } from '../../contract/ids';
import type { HuntingStorePort } from '../store/hunting-port';
import type { HuntingClient } from './hunting-client';
import type { HuntingShelf, KeptSchedule } from './hunting-shelf';
import { newAmong } from './row-digests';

/** Rows a schedule found that its run before did not have, or that tenants began to fail. */
export interface HuntingFound {
  scheduleId: string;
  name: string;
  runId: HuntingRunId;
  /** Only tenants with new rows. */
  tenants: readonly { tenantId: TenantId; newRows: number }[];
  /** Tenants that are not whole: what is new there is not known. */
  notWhole: number;
}

export interface HuntingSchedulerParts {
  shelf: HuntingShelf;
  store: Pick<HuntingStorePort, 'huntingSeen' | 'saveHuntingSeen'>;
  hunting: Pick<HuntingClient, 'start' | 'digests'>;
  /** The tenants in the list now, in the order their rows are to stand in. */
  tenants(): Promise<TenantId[]>;
  now(): number;
  onFound(found: HuntingFound): void;
  /** A run began or ended. */
  onRun(): void;
  onFailure(error: unknown): void;
}

const LOOK_MS = 30_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Runs saved queries by themselves while Tenantry runs, and says what is new against the run before. */
export class HuntingScheduler {
  readonly #last = new Map<string, HuntingRunId>();
  readonly #underWay = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: HuntingSchedulerParts) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.look().catch(this.parts.onFailure), LOOK_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async states(): Promise<HuntingScheduleState[]> {
    const schedules = await this.parts.shelf.schedules();
    return schedules.map((schedule) => ({
      ...schedule,
      lastRunId: this.#last.get(schedule.scheduleId) ?? null,
      nextRunAt: schedule.enabled ? this.#dueAt(schedule) : null,
    }));
  }

  /** Starts every schedule that is due. One that still runs is not started again. */
  async look(): Promise<void> {
    for (const schedule of await this.parts.shelf.schedules()) {
      const due = schedule.enabled && this.#dueAt(schedule) <= this.parts.now();
      if (!due || this.#underWay.has(schedule.scheduleId)) continue;
      this.#underWay.add(schedule.scheduleId);
      await this.#start(schedule).catch((error: unknown) => {
        this.#underWay.delete(schedule.scheduleId);
        this.parts.onFailure(error);
      });
    }
  }

  /** The last request of a run came back. Runs of no schedule are passed over. */
  async ended(run: HuntingRun): Promise<void> {
    const { scheduleId, runId } = run;
    if (scheduleId === null) return;
    this.#underWay.delete(scheduleId);
    const schedule = (await this.parts.shelf.schedules()).find((one) => one.scheduleId === scheduleId);
    this.#last.set(scheduleId, runId);
    if (!schedule) return;
    const compared = await this.#newRows(scheduleId, runId);
    const lastNewRows = compared.length === 0 ? null : compared.reduce((sum, { newRows }) => sum + newRows, 0);
    const lastFailed = run.tenants.filter(({ state }) => state !== 'done').length;
    await this.parts.shelf.saveSchedule({ ...schedule, lastNewRows, lastFailed });
    this.parts.onRun();
    const tenants = compared.filter(({ newRows }) => newRows > 0);
    const beganToFail = lastFailed > 0 && schedule.lastFailed === 0;
    if (tenants.length > 0 || beganToFail) this.parts.onFound({ scheduleId, name: schedule.name, runId, tenants, notWhole: lastFailed });
  }

  async #start(schedule: KeptSchedule): Promise<void> {
    const { scheduleId, query, tenantIds, lookBackHours } = schedule;
    const now = this.parts.now();
    const listed = await this.parts.tenants();
    const wanted = new Set(tenantIds);
    const range = lookBackHours === null ? null : { from: now - lookBackHours * HOUR_MS, to: now };
    await this.parts.shelf.saveSchedule({ ...schedule, lastRunAt: now });
    await this.parts.hunting.start({
      query,
      tenantIds: tenantIds.length === 0 ? listed : listed.filter((tenantId) => wanted.has(tenantId)),
      range,
      split: 'none',
      interactive: false,
      scheduleId,
    });
    this.parts.onRun();
  }

  /** How many rows the run before did not have, of each tenant that is whole now and was whole in an earlier run. */
  async #newRows(scheduleId: string, runId: HuntingRunId): Promise<{ tenantId: TenantId; newRows: number }[]> {
    const found = (await this.parts.hunting.digests(runId)) ?? [];
    const before = new Map((await this.parts.store.huntingSeen(scheduleId)).map(({ tenantId, digests }) => [tenantId, digests]));
    const compared = found.flatMap(({ tenantId, digests }) => {
      const seen = before.get(tenantId);
      return seen ? [{ tenantId, newRows: newAmong(digests, seen) }] : [];
    });
    await this.parts.store.saveHuntingSeen(scheduleId, found);
    return compared;
  }

  #dueAt({ lastRunAt, everyMinutes }: KeptSchedule): number {
    return lastRunAt === null ? this.parts.now() : lastRunAt + everyMinutes * MINUTE_MS;
  }
}
