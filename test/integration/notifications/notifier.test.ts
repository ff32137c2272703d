import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_NOTIFICATIONS, type NotificationSettings } from '../../../contract/notifications';
import type { DesktopPort, DeskMark } from '../../../main/notifications/desktop-port';
import type { Notice } from '../../../main/notifications/notices';
import { Notifier } from '../../../main/notifications/notifier';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const HOUR = 3_600_000;
/** Noon of this computer's day. */
const NOON = new Date(2026, 10, 28, 12).getTime();

/** A desktop that keeps what it would show. */
class Screen implements DesktopPort {
  readonly shown: Notice[] = [];
  marks: DeskMark[] = [];
  support = () => ({ notifications: true, tray: true });
  show = (notice: Notice) => void this.shown.push(notice);
  mark = (mark: DeskMark) => void this.marks.push(mark);
  clear = () => void this.shown.splice(0);
}

describe('new incidents on the desktop', () => {
  let temp: TempStore;
  let store: StorePort;
  let screen: Screen;
  let clock: number;
  beforeEach(async () => {
    temp = new TempStore();
    clock = NOON;
    screen = new Screen();
    store = await temp.open();
    for (const [id, name] of [
      [TENANT_A, 'Contoso'],
      [TENANT_B, 'Fabrikam'],
    ] as const)
      await store.addTenant(tenant(id, name));
  });
  afterEach(() => temp.remove());

  const waits: number[] = [];
  const warnings: object[] = [];
  async function started(settings: Partial<NotificationSettings> = {}): Promise<Notifier> {
    screen = new Screen();
    waits.length = 0;
    const notifier = new Notifier({
      store,
      log: { warn: (message, facts) => void warnings.push({ message, ...facts }) },
      desktop: screen,
      failing: async () => 2,
      now: () => clock,
      wait: (ms) => {
        waits.push(ms);
        return new Promise<void>(() => undefined);
      },
      onFailure: (error) => {
        throw error;
      },
      onTold: () => undefined,
    });
    await notifier.load();
    if (Object.keys(settings).length > 0) await notifier.save({ ...DEFAULT_NOTIFICATIONS, ...settings });
    return notifier;
  }
  const firstRead = (...tenantIds: string[]) =>
    Promise.all(
      tenantIds.map(async (id) => {
        await store.saveIncidentPage(page(id, many(10, 'old'), { readAt: clock }));
        await store.recordAttempt(id, { at: clock, kind: 'complete' });
      }),
    );
  const many = (count: number, name: string) => Array.from({ length: count }, (_, index) => high(`${name} ${index}`));
  const high = (id: string, fields: Parameters<typeof incident>[1] = {}) =>
    incident(id, { severity: 'high', status: 'active', createdAt: clock, updatedAt: clock, ...fields });
  const arrives = async (tenantId: string, ...rows: ReturnType<typeof incident>[]) => {
    clock += 1_000;
    await store.saveIncidentPage(page(tenantId, rows, { readAt: clock }));
  };

  it('are not told of a first read, and each once afterwards, over a restart too', async () => {
    const notifier = await started();
    await firstRead(TENANT_A);
    await notifier.check();
    expect(screen.shown).toEqual([]);

    await arrives(TENANT_A, high('7'));
    await notifier.check();
    expect(screen.shown).toMatchObject([
      { title: 'Contoso: new incident of high severity', opens: { kind: 'incident', incident: { tenantId: TENANT_A, incidentId: '7' } } },
    ]);
    await arrives(TENANT_A, high('7', { name: 'Another name' }));
    await notifier.check();
    expect(screen.shown).toHaveLength(1);
    const again = await started();
    await again.check();
    expect(screen.shown).toEqual([]);
  });

  it('are told again in another state: more severe, or opened anew', async () => {
    const notifier = await started({ rules: [{ group: null, severity: 'medium', newerThanHours: null }] });
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7', { severity: 'medium' }));
    await notifier.check();
    await arrives(TENANT_A, high('7'));
    await notifier.check();
    expect(screen.shown.map(({ title }) => title)).toEqual([
      'Contoso: new incident of medium severity',
      'Contoso: changed incident of high severity',
    ]);
    // Resolved and opened anew, whether or not it was looked for in between.
    for (const checked of [true, false]) {
      screen.shown.splice(0);
      await arrives(TENANT_A, high('7', { status: 'resolved' }));
      if (checked) await notifier.check();
      await arrives(TENANT_A, high('7'));
      await notifier.check();
      expect(screen.shown.map(({ title }) => title)).toEqual(['Contoso: changed incident of high severity']);
    }
  });

  it('are not what was looked at or changed from here; what a first read brought is told as changed where somebody else changed it', async () => {
    const notifier = await started();
    await firstRead(TENANT_A);
    const own = many(8, 'old').map((one) => ({ ...one, assignedTo: 'me@contoso.com', updatedAt: clock + 500 }));
    clock += 1_000;
    for (const one of own) await store.saveIncidentPage({ ...page(TENANT_A, [one], { readAt: clock }), own: true });
    await arrives(TENANT_A, high('7'));
    await store.noteLook({ tenantId: TENANT_A, incidentId: '7' }, clock + 1);
    await notifier.check();
    expect(screen.shown).toEqual([]);

    await arrives(TENANT_A, high('old 9', { assignedTo: 'her@contoso.com' }));
    await notifier.check();
    expect(screen.shown.map(({ title }) => title)).toEqual(['Contoso: changed incident of high severity']);
    await arrives(TENANT_A, high('old 0', { assignedTo: 'her@contoso.com' }), high('8'));
    await arrives(TENANT_B, ...many(3, 'first'));
    await store.recordAttempt(TENANT_B, { at: clock, kind: 'complete' });
    await arrives(TENANT_B, ...many(2, 'later'));
    await notifier.check();
    expect(screen.shown.slice(1).map(({ title }) => title)).toEqual(['4 new or changed incidents at 2 customers']);
  });

  it('are found behind thousands that no rule fits', async () => {
    const notifier = await started({ quiet: { from: '11:00', to: '14:00' } });
    await firstRead(TENANT_A);
    await arrives(TENANT_A, ...many(2_500, 'mild').map((one) => ({ ...one, severity: 'low', severityRank: 2 })));
    await arrives(TENANT_A, high('7'));
    clock = NOON + 2 * HOUR;
    await notifier.check();
    expect(screen.shown.map((one) => incidentOf(one))).toEqual(['7']);
  });

  it('of several customers are told as one where they are many, and the rest not at all', async () => {
    const notifier = await started();
    await firstRead(TENANT_A, TENANT_B);
    await arrives(TENANT_A, ...many(5, 'a'), incident('low', { severity: 'low', createdAt: clock, updatedAt: clock }));
    await arrives(TENANT_B, ...many(4, 'b'), high('ancient', { createdAt: clock - 25 * HOUR }));
    await notifier.check();
    expect(screen.shown.map(({ title, opens }) => [title, opens.kind])).toEqual([['9 new incidents at 2 customers', 'incidents']]);
  });

  it('that come in the quiet hours are told together when these end', async () => {
    const notifier = await started({ quiet: { from: '11:00', to: '14:00' } });
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7'));
    await notifier.check();
    await arrives(TENANT_A, high('8'));
    await notifier.check();
    expect(screen.shown).toEqual([]);
    expect(waits.some((ms) => ms > HOUR && ms <= 2 * HOUR)).toBe(true);
    clock = NOON + 2 * HOUR;
    await notifier.check();
    expect(screen.shown.map((one) => incidentOf(one)).toSorted((a, b) => Number(a) - Number(b))).toEqual(['7', '8']);
  });

  it('that were new when they came in the quiet hours are told though they are older when these end', async () => {
    const notifier = await started({
      quiet: { from: '11:00', to: '14:00' },
      rules: [{ group: null, severity: 'high', newerThanHours: 1 }],
    });
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7'), high('old', { createdAt: clock - 2 * HOUR }));
    clock += 1.5 * HOUR;
    // More is found out about it: it came no later for that.
    await arrives(TENANT_A, high('7', { createdAt: clock - 1.5 * HOUR, alertCount: 4 }));
    clock = NOON + 2 * HOUR;
    await notifier.check();
    expect(screen.shown.map((one) => incidentOf(one))).toEqual(['7']);
  });

  it('are told as soon as ever where the clock was set back', async () => {
    const notifier = await started();
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7'));
    await notifier.check();
    expect(screen.shown).toHaveLength(1);
    clock -= 24 * HOUR;
    await arrives(TENANT_A, high('8'));
    waits.splice(0);
    notifier.soon();
    notifier.stop();
    expect(waits.every((ms) => ms <= HOUR)).toBe(true);
    const again = await started();
    await again.check();
    expect(screen.shown.map((one) => incidentOf(one))).toEqual(['8']);
  });

  it('are not told while notifications are off, nor afterwards', async () => {
    const notifier = await started({ enabled: false });
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7'));
    await notifier.check();
    clock += HOUR;
    await notifier.save(DEFAULT_NOTIFICATIONS);
    await notifier.check();
    expect(screen.shown).toEqual([]);
  });

  it('are not told either that came while notifications were off for a minute only; what comes then is', async () => {
    const notifier = await started();
    await firstRead(TENANT_A);
    await notifier.save({ ...DEFAULT_NOTIFICATIONS, enabled: false });
    await arrives(TENANT_A, high('7'));
    clock += 60_000;
    await notifier.save(DEFAULT_NOTIFICATIONS);
    await notifier.check();
    expect(screen.shown).toEqual([]);
    await arrives(TENANT_A, high('8'));
    await notifier.check();
    expect(screen.shown.map((one) => incidentOf(one))).toEqual(['8']);
  });

  it('are told as by default where what was set cannot be read, which the log says', async () => {
    (await started({ enabled: false })).stop();
    await store.saveSetting('notifications', '{"enabled":fal');
    await store.saveSetting('notified_until', 'long ago');
    expect((await started()).state().settings).toEqual(DEFAULT_NOTIFICATIONS);
    expect(warnings).toMatchObject([{ setting: 'notifications' }]);
    expect(await store.readSetting('notified_until')).toBe(String(clock));
  });

  it('are counted on the icon until somebody has looked at them, beside the tenants that fail', async () => {
    const notifier = await started();
    await firstRead(TENANT_A);
    await arrives(TENANT_A, high('7'), high('8'), high('9', { status: 'resolved' }));
    await notifier.check();
    clock += 1_000;
    await store.noteLook({ tenantId: TENANT_A, incidentId: '7' }, clock);
    await notifier.check();
    await store.noteLook(null, clock);
    await notifier.check();
    expect(screen.marks).toEqual([
      { newOpen: 2, failing: 2 },
      { newOpen: 1, failing: 2 },
      { newOpen: 0, failing: 2 },
    ]);
  });
});

function incidentOf({ opens }: Notice): string | null {
  return opens.kind === 'incident' ? opens.incident.incidentId : null;
}
