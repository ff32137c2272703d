import { afterEach, describe, expect, it } from 'vitest';
import { type SyncSchedule, syncSchedule } from '../../../contract/sync-schedule';
import { ScheduleKeeper } from '../../../main/incidents/schedule-keeper';
import { SyncScheduler } from '../../../main/incidents/sync-scheduler';
import type { StoredTenant } from '../../../main/store/store-port';
import { NOW, TENANTS } from './fake-service';

const MINUTE = 60_000;
const [A = '', B = ''] = TENANTS;
let stop: () => void = () => undefined;
afterEach(() => stop());

/** A day of a scheduler: each wait moves the clock, until `until`. */
async function day(facts: {
  tenants: Partial<StoredTenant>[];
  until: number;
  schedule?: Partial<SyncSchedule>;
  connected?: boolean;
  /** So often the store refuses first. */
  refusals?: number;
}) {
  let now = NOW;
  let refusals = facts.refusals ?? 0;
  const failures: unknown[] = [];
  const read: [minutes: number, tenantIds: string[]][] = [];
  let over: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const scheduler = new SyncScheduler({
    tenants: async () => {
      refusals -= 1;
      if (refusals >= 0) throw new Error('database is locked');
      return facts.tenants.map((one) => ({ profile: { group: '' }, addedAt: NOW, problem: null, ...one }) as StoredTenant);
    },
    schedule: () => ({ ...syncSchedule.parse({}), everyMinutes: 15, ...facts.schedule }),
    goodSince: async () => null,
    connected: () => facts.connected ?? true,
    read: async (tenantIds) => void read.push([Math.floor((now - NOW) / MINUTE), [...tenantIds]]),
    now: () => now,
    wait: (ms, signal) => {
      now += Math.max(1, ms);
      if (now < NOW + facts.until * MINUTE) return Promise.resolve();
      over();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
    onFailure: (error) => failures.push(error),
  });
  scheduler.start();
  stop = () => scheduler.stop();
  await ended;
  expect(failures).toHaveLength(facts.refusals ?? 0);
  return read;
}

describe('the scheduler', () => {
  it('reads each tenant when it is due, and again only a whole pace later, however the read ended', async () => {
    const read = await day({ tenants: [{ tenantId: A, lastCompleteAt: NOW - 20 * MINUTE }, { tenantId: B }], until: 40 });
    const times = (tenantId: string) => read.filter(([, ids]) => ids.includes(tenantId)).map(([minutes]) => minutes);
    expect(times(A)[0]).toBe(0);
    expect(times(A)).toHaveLength(3);
    expect(times(B)[0]).toBeGreaterThanOrEqual(15);
    expect(times(B)).toHaveLength(2);
  });

  it('goes on after the store refused', async () => {
    const tenants = [{ tenantId: A, lastCompleteAt: NOW - 20 * MINUTE }];
    expect(await day({ tenants, until: 5, refusals: 2 })).toEqual([[1, [A]]]);
  });

  it('reads nothing while paused, and nothing without a partner app', async () => {
    const tenants = [{ tenantId: A, lastCompleteAt: NOW - 20 * MINUTE }];
    expect(await day({ tenants, until: 60, schedule: { pausedAt: NOW } })).toEqual([]);
    expect(await day({ tenants, until: 60, connected: false })).toEqual([]);
  });
});

describe('the schedule', () => {
  it('is as it was left when it is loaded again; what cannot be read is as by default', async () => {
    let saved: string | null = null;
    const said: object[] = [];
    const store = {
      readSetting: async () => saved,
      saveSetting: async (_name: 'sync_schedule', value: string) => {
        saved = value;
      },
    };
    const opened = async () => {
      const keeper = new ScheduleKeeper({
        store,
        log: { warn: (message, facts) => void said.push({ message, ...facts }) },
        now: () => NOW,
        onChange: () => undefined,
      });
      await keeper.load();
      return keeper;
    };
    const keeper = await opened();
    await keeper.setPaused(null, true);
    await keeper.setPaused(A, true);
    await keeper.setPace('Gold', 60);
    await keeper.setWindow(null);
    expect((await opened()).current).toMatchObject({
      pausedAt: NOW,
      pausedTenants: { [A]: NOW },
      groups: { Gold: 60 },
      windowDays: null,
      everyMinutes: 5,
    });
    await keeper.setPaused(A, false);
    await keeper.setPaused(null, false);
    await keeper.setPace('Gold', null);
    expect((await opened()).current).toMatchObject({ pausedAt: null, pausedTenants: {}, groups: {} });
    saved = '{"everyMinutes":7,"windowDays":90}';
    expect((await opened()).current).toMatchObject({ everyMinutes: 5, windowDays: 90 });
    expect(said.splice(0)).toMatchObject([{ setting: 'sync_schedule', fields: ['everyMinutes'] }]);
    // Of a later version, with fields unknown here.
    saved = '{"everyMinutes":15,"nights":{"from":"22:00"}}';
    expect((await opened()).current).toMatchObject({ everyMinutes: 15, windowDays: 30 });
    expect(said).toEqual([]);
    for (saved of ['{"everyMinutes":15', '', 'null', '[15]', '"15"'])
      expect((await opened()).current).toEqual({ everyMinutes: 5, windowDays: 30, groups: {}, pausedAt: null, pausedTenants: {} });
    expect(said).toHaveLength(5);
    expect(JSON.stringify(said)).not.toContain('15');
  });
});
