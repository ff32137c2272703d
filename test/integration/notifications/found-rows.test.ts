import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_NOTIFICATIONS, type NotificationSettings } from '../../../contract/notifications';
import type { HuntingRun } from '../../../contract/hunting';
import { HuntingScheduler } from '../../../main/hunting/hunting-scheduler';
import { HuntingShelf } from '../../../main/hunting/hunting-shelf';
import type { HuntingClient } from '../../../main/hunting/hunting-client';
import { namedRows } from '../../../main/notifications/found-rows';
import { Notifier } from '../../../main/notifications/notifier';
import type { Notice } from '../../../main/notifications/notices';
import type { StorePort } from '../../../main/store/store-port';
import { TempStore } from '../../support/store/temp-store';
import { tenant } from '../../support/store/incident-pages';
import { type HuntingAtSandbox, huntingAtSandbox } from '../hunting/hunting-at-sandbox';

const MINUTE = 60_000;
const QUERY = 'DeviceLogonEvents | where AccountName == "new.comer" | project Timestamp, AccountName';

describe('scheduled queries on the desktop: their new rows', () => {
  let at: HuntingAtSandbox;
  let temp: TempStore;
  let store: StorePort;
  let shown: Notice[];
  let notifier: Notifier;
  let scheduler: HuntingScheduler;
  let shelf: HuntingShelf;
  let ahead: number;
  /** Runs that were started and are to be waited for. */
  let runs: Promise<HuntingRun>[];

  beforeEach(async () => {
    at = await huntingAtSandbox({ states: ['consented', 'consented', 'consented', 'consented', 'consented'] });
    temp = new TempStore();
    store = await temp.open();
    for (const [index, tenantId] of at.tenantIds.entries()) await store.addTenant(tenant(tenantId, `Customer ${index}`));
    shown = [];
    runs = [];
    ahead = 0;
    notifier = await startedNotifier();
    const hunting: Pick<HuntingClient, 'start' | 'digests'> = {
      start: async ({ query, tenantIds, scheduleId }) => {
        const runId = `scheduled ${runs.length}`;
        runs.push(at.ended(runId));
        return at.start({ runId, query, tenantIds, scheduleId: scheduleId ?? null, interactive: false });
      },
      digests: (runId) => at.service.digests(runId),
    };
    shelf = new HuntingShelf(store, now);
    scheduler = new HuntingScheduler({
      shelf,
      store,
      hunting,
      tenants: async () => at.tenantIds,
      now,
      onRun: () => undefined,
      onFound: (found) => void store.listTenants().then((listed) => notifier.found(namedRows(found, listed)), fail),
      onFailure: fail,
    });
  });
  const now = () => Date.now() + ahead;
  async function startedNotifier(): Promise<Notifier> {
    const started = new Notifier({
      store,
      log: { warn: () => undefined },
      desktop: {
        support: () => ({ notifications: true, tray: true }),
        show: (notice) => void shown.push(notice),
        mark: () => undefined,
        clear: () => undefined,
      },
      failing: async () => 0,
      now,
      wait: () => new Promise<void>(() => undefined),
      onFailure: fail,
      onTold: () => undefined,
    });
    await started.load();
    return started;
  }
  afterEach(async () => {
    scheduler.stop();
    notifier.stop();
    await temp.remove();
    await at.close();
  });

  const schedule = (name: string) =>
    shelf.saveSchedule({ scheduleId: name, name, query: QUERY, tenantIds: [], everyMinutes: 15, lookBackHours: null, enabled: true });
  /** All schedules run once more, a quarter of an hour later. */
  async function nextRuns(): Promise<void> {
    ahead += 16 * MINUTE;
    runs = [];
    await scheduler.look();
    for (const run of await Promise.all(runs)) await scheduler.ended(run);
    await store.listTenants();
    await notifier.check();
  }
  const arrives = (index: number) =>
    at.sandbox.control.addEvent(at.tenantIds[index] ?? '', 'DeviceLogonEvents', Date.now() - MINUTE, { AccountName: 'new.comer' });
  const settings = (changed: Partial<NotificationSettings>) => notifier.save({ ...DEFAULT_NOTIFICATIONS, ...changed });

  it('name query and customers, and lead to the run; what was there before is no news, nor what failed quiet', async () => {
    await schedule('Newcomers');
    arrives(0);
    await nextRuns();
    expect(shown).toEqual([]);
    arrives(0);
    arrives(0);
    arrives(3);
    at.sandbox.control.setTenantState(at.tenantIds[4] ?? '', 'notLicensed');
    await nextRuns();
    const [run] = await Promise.all(runs);
    expect(shown).toEqual([
      {
        title: 'Newcomers: 3 new rows',
        body: 'At Customer 0, Customer 3. 1 tenant was not read whole.',
        opens: { kind: 'hunting', run: { runId: run?.runId, name: 'Newcomers' } },
      },
    ]);
    await nextRuns();
    expect(shown).toHaveLength(1);
    for (const index of [0, 1, 2, 3]) arrives(index);
    await nextRuns();
    expect(shown[1]?.body).toContain('At Customer 0, Customer 1, Customer 2 and 1 more customer.');
  });

  it('that begin to fail are told once, though they found nothing', async () => {
    await schedule('Newcomers');
    await nextRuns();
    at.sandbox.control.setTenantState(at.tenantIds[4] ?? '', 'notLicensed');
    await nextRuns();
    await nextRuns();
    expect(shown).toMatchObject([
      { title: 'Newcomers: 1 tenant not read whole', body: 'What is new there is not known. The others have no new rows.' },
    ]);
  });

  it('wait for the end of quiet hours, over a restart too, and are told then together; while notifications are off they are not told at all', async () => {
    await schedule('Newcomers');
    await nextRuns();
    await settings({ quiet: { from: clock(-1), to: clock(4) } });
    arrives(1);
    await nextRuns();
    arrives(1);
    await nextRuns();
    expect(shown).toEqual([]);
    notifier.stop();
    notifier = await startedNotifier();
    await settings({ quiet: null });
    await notifier.check();
    await notifier.check();
    // The rows themselves went with the earlier start.
    expect(shown).toEqual([{ title: 'Newcomers: 2 new rows', body: 'At Customer 1.', opens: { kind: 'hunting', run: null } }]);

    await settings({ enabled: false });
    arrives(2);
    await nextRuns();
    await settings({ enabled: true });
    await notifier.check();
    expect(shown).toHaveLength(1);
  });

  it('name no customer that left the list meanwhile, nor keep its name; of none that are left nothing is told', async () => {
    await schedule('Newcomers');
    await nextRuns();
    await settings({ quiet: { from: clock(-1), to: clock(4) } });
    arrives(1);
    arrives(2);
    await nextRuns();
    await store.removeTenant(at.tenantIds[1] ?? '');
    await notifier.check();
    expect(await store.readSetting('found_rows')).toContain('Customer 2');
    expect(await store.readSetting('found_rows')).not.toContain('Customer 1');
    await settings({ quiet: null });
    await notifier.check();
    expect(shown).toMatchObject([{ title: 'Newcomers: 1 new row', body: 'At Customer 2.' }]);

    await settings({ quiet: { from: clock(-1), to: clock(4) } });
    arrives(3);
    await nextRuns();
    await store.removeTenant(at.tenantIds[3] ?? '');
    await settings({ quiet: null });
    await notifier.check();
    expect(shown).toHaveLength(1);
  });

  it('that cannot be read after a restart keep nothing else from being told', async () => {
    await schedule('Newcomers');
    await nextRuns();
    await store.saveSetting('found_rows', '[{"name":');
    notifier = await startedNotifier();
    arrives(1);
    await nextRuns();
    expect(shown).toMatchObject([{ title: 'Newcomers: 1 new row' }]);
  });

  it('of many queries at a time are told as one', async () => {
    for (const name of ['D', 'B', 'C', 'A']) await schedule(name);
    await nextRuns();
    arrives(0);
    arrives(2);
    await nextRuns();
    expect(shown).toEqual([
      { title: '8 new rows of 4 scheduled queries at 2 customers', body: 'A, B, C and 1 more.', opens: { kind: 'hunting', run: null } },
    ]);
  });
});

/** A time of this computer's clock, so many hours from now. */
function clock(hours: number): string {
  const at = new Date(Date.now() + hours * 60 * MINUTE);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function fail(error: unknown): never {
  throw error;
}
