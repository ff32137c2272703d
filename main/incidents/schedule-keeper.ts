import type { TenantId } from '../../contract/ids';
import { type PollMinutes, type SyncSchedule, syncSchedule, type WindowDays } from '../../contract/sync-schedule';
import type { Log } from '../log/log';
import type { StorePort } from '../store/store-port';
import { readKept } from '../utility/read-kept';

export interface ScheduleKeeperParts {
  store: Pick<StorePort, 'readSetting' | 'saveSetting'>;
  log: Pick<Log, 'warn'>;
  now(): number;
  onChange(): void;
}

/** The schedule of a profile, kept in its store, so that what is paused stays paused. */
export class ScheduleKeeper {
  #schedule: SyncSchedule = syncSchedule.parse({});

  constructor(private readonly parts: ScheduleKeeperParts) {}

  get current(): SyncSchedule {
    return this.#schedule;
  }

  /** Before anything else. What is not there, or not readable, is as by default. */
  async load(): Promise<void> {
    const { store, log } = this.parts;
    const text = await store.readSetting('sync_schedule');
    this.#schedule = readKept({ name: 'sync_schedule', text, log }, syncSchedule) ?? this.#schedule;
  }

  /** Of a group, or (null) of all that have none of their own. Null minutes: the group has none of its own any more. */
  setPace(group: string | null, minutes: PollMinutes | null): Promise<void> {
    if (group === null) return this.#change({ everyMinutes: minutes ?? this.#schedule.everyMinutes });
    const { [group]: _before, ...groups } = this.#schedule.groups;
    return this.#change({ groups: minutes === null ? groups : { ...groups, [group]: minutes } });
  }

  setWindow(windowDays: WindowDays): Promise<void> {
    return this.#change({ windowDays });
  }

  /** Of one tenant, or (null) of everything. */
  setPaused(tenantId: TenantId | null, paused: boolean): Promise<void> {
    const { pausedAt, pausedTenants } = this.#schedule;
    const since = this.parts.now();
    if (tenantId === null) return this.#change({ pausedAt: paused ? (pausedAt ?? since) : null });
    const { [tenantId]: before, ...others } = pausedTenants;
    return this.#change({ pausedTenants: paused ? { ...others, [tenantId]: before ?? since } : others });
  }

  async #change(change: Partial<SyncSchedule>): Promise<void> {
    this.#schedule = { ...this.#schedule, ...change };
    await this.parts.store.saveSetting('sync_schedule', JSON.stringify(this.#schedule));
    this.parts.onChange();
  }
}
