import { expect, type Page, test } from '@playwright/test';
import { type Sandbox, type SandboxIncident, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

/** What the main process keeps of the notifications it really showed, and of the numbers it put on the badge. */
interface Desk {
  shown: Electron.Notification[];
  badges: number[];
  tips: string[];
}
type WithDesk = typeof globalThis & { desk: Desk };

/** Until the next notification. */
const NEXT = { timeout: 60_000 };

let sandbox: Sandbox;
let app: RunningApp;
let pilot: Pilot;
let page: Page;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 3, incidents: 6 });
  for (const { tenantId } of sandbox.tenants) sandbox.control.setTenantState(tenantId, 'consented');
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  ({ page } = app);
  await watchDesktop();
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.addTenants(sandbox.tenants);
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

/** Notes what goes to the desktop on its way there; all of it goes on. */
async function watchDesktop(): Promise<void> {
  await app.electron.evaluate(({ app: own, Notification, Tray }) => {
    const desk: Desk = { shown: [], badges: [], tips: [] };
    (globalThis as WithDesk).desk = desk;
    const { show } = Notification.prototype;
    Notification.prototype.show = function (this: Electron.Notification) {
      desk.shown.push(this);
      show.call(this);
    };
    const { setToolTip } = Tray.prototype;
    Tray.prototype.setToolTip = function (this: Electron.Tray, text) {
      desk.tips.push(text);
      setToolTip.call(this, text);
    };
    const setBadgeCount = own.setBadgeCount.bind(own);
    own.setBadgeCount = (count) => {
      desk.badges.push(count ?? -1);
      return setBadgeCount(count);
    };
  });
}

const shown = () => app.electron.evaluate(() => (globalThis as WithDesk).desk.shown.map(({ title, body }) => ({ title, body })));
const titles = async () => (await shown()).map(({ title }) => title);
const badge = () => app.electron.evaluate(() => (globalThis as WithDesk).desk.badges.at(-1));
const row = (incident: SandboxIncident) => pilot.incidentRows().filter({ hasText: numberOf(incident) });
const numberOf = (incident: SandboxIncident | undefined) => `#${Number(incident?.['incidentId'])}`;

async function read(): Promise<void> {
  const refresh = page.getByRole('button', { name: /^Refresh/ }).first();
  await refresh.click();
  await expect(refresh).toBeEnabled();
}

/** A new incident of a customer, read. */
async function arrives(at: number, severity: string): Promise<SandboxIncident> {
  const added = sandbox.control.addIncident(tenant(at).tenantId, {
    severity,
    status: 'Active',
    assignedTo: null,
    redirectIncidentId: null,
  });
  await read();
  await expect(row(added).filter({ hasText: tenant(at).displayName })).toHaveCount(1);
  return added;
}

function tenant(at: number) {
  const found = sandbox.tenants[at];
  if (!found) throw new Error(`there is no tenant ${at}`);
  return found;
}

async function saveQuiet(quiet: { from: string; to: string } | null): Promise<void> {
  const answer = await page.evaluate(async (hours) => {
    const state = (await window.tenantry.call('notifications.get', undefined)) as { value: { settings: object } };
    return window.tenantry.call('notifications.save', { ...state.value.settings, quiet: hours });
  }, quiet);
  expect(answer).toMatchObject({ ok: true });
}

/** A time of this computer's clock, so many hours from now. */
function clock(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

test('new incidents are told once in each state, a storm as one, none in quiet hours; a click opens the incident', async () => {
  // Half a minute passes between two notifications.
  test.setTimeout(240_000);
  await pilot.goTo('Incidents');
  await read();
  await expect(page.getByRole('contentinfo')).toContainText('3 of 3 tenants fresh');
  const mild = await arrives(1, 'Medium');
  const grave = await arrives(0, 'High');

  await expect.poll(titles, NEXT).toEqual([`${tenant(0).displayName}: new incident of high severity`]);
  expect((await shown())[0]?.body, 'names of incidents are for no lock screen').toBe('Click to open it in Tenantry.');
  await expect.poll(badge).toBe(2);
  const tips = await app.electron.evaluate(() => (globalThis as WithDesk).desk.tips);
  expect(tips.at(-1)).toBe('Tenantry\n2 new open incidents');

  // What was mild, and not told, is grave now: told as new, together with three that are new; the first one is not told again.
  const place = sandbox.control.truth(tenant(1).tenantId).findIndex(({ incidentId }) => incidentId === mild['incidentId']);
  sandbox.control.tamperIncident(tenant(1).tenantId, place, { severity: 'High', lastUpdateTime: new Date().toISOString() });
  for (const at of [0, 1, 2])
    sandbox.control.addIncident(tenant(at).tenantId, { severity: 'High', status: 'Active', assignedTo: null, redirectIncidentId: null });
  await read();
  await expect.poll(titles, NEXT).toEqual([expect.anything(), '4 new incidents at 3 customers']);
  expect((await shown())[1]?.body).toBe('4 of them of high severity.');
  await expect.poll(badge).toBe(5);

  // A list that does not show it.
  const low = page.getByRole('group', { name: 'Severity' }).getByRole('button', { name: 'Low' });
  await low.click();
  await expect(row(grave)).toHaveCount(0);
  await pilot.goTo('Settings');
  const told = page.getByRole('region', { name: 'Notifications' });
  await expect(told).toContainText('4 new incidents at 3 customers');
  await told.scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('settings.png') });
  expect(await findings(page), 'settings').toEqual([]);
  await app.electron.evaluate(() => void (globalThis as WithDesk).desk.shown[0]?.emit('click'));
  const details = page.getByRole('region', { name: 'Incident details' });
  await expect(details).toContainText(numberOf(grave));
  await expect(details).toContainText(tenant(0).displayName);
  await expect.poll(badge, NEXT).toBe(4);
  await low.click();

  await saveQuiet({ from: clock(-1), to: clock(2) });
  const held = [await arrives(0, 'High'), await arrives(2, 'High'), await arrives(1, 'High')];
  await expect.poll(badge, NEXT).toBe(7);
  // Looking at one changes the badge, which comes after what was judged before; and it is no news any more.
  await row(held[0] ?? {}).click();
  await expect(details).toContainText(numberOf(held[0]));
  await expect.poll(badge, NEXT).toBe(6);
  expect(await titles()).toHaveLength(2);

  await saveQuiet(null);
  await expect.poll(titles, NEXT).toHaveLength(4);
  expect((await titles()).slice(2).toSorted()).toEqual(
    [2, 1].map((at) => `${tenant(at).displayName}: new incident of high severity`).toSorted(),
  );
});
