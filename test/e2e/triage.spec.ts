import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

const TENANTS = 5;
const EACH = 4;
const ALL = TENANTS * EACH;
const ANALYST = 'night@partner.example';

let sandbox: Sandbox;
let app: RunningApp;
let pilot: Pilot;
let page: Page;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: TENANTS, incidents: EACH, sameSize: true });
  for (const { tenantId } of sandbox.tenants) {
    sandbox.control.setTenantState(tenantId, 'consented');
    for (const index of sandbox.control.truth(tenantId).keys()) {
      const plain = {
        status: 'Active',
        assignedTo: null,
        redirectIncidentId: null,
        classification: 'Unknown',
        determination: 'NotAvailable',
      };
      sandbox.control.tamperIncident(tenantId, index, { ...plain, lastUpdateTime: new Date().toISOString() });
    }
  }
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  ({ page } = app);
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.addTenants(sandbox.tenants);
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Runs what the palette offers first for some words. */
async function command(words: string, offered: string | RegExp): Promise<void> {
  await press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command or tenant' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(offered);
  await press('Enter');
}

/** Goes on to something by Tab alone. */
async function tabTo(wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 12; stops += 1) {
    await press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted).toBeFocused();
}

/** Ticks every incident of every tenant. */
async function tickAll(): Promise<void> {
  for (const { displayName } of sandbox.tenants) {
    await command(displayName, displayName);
    await expect(pilot.incidentRows()).toHaveCount(EACH);
    await expect(pilot.incidentRows().first()).toContainText(displayName);
    for (let at = 0; at < EACH; at += 1) await press('j', 'x');
  }
  await expect(page.getByRole('toolbar', { name: 'Ticked incidents' })).toContainText(`${ALL} incidents ticked`);
}

const form = () => page.getByRole('dialog', { name: new RegExp(`${ALL} incidents`) });
const changes = () => page.getByRole('region', { name: 'Changes' });
const truths = () => sandbox.tenants.flatMap(({ tenantId }) => sandbox.control.truth(tenantId));
const picture = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

async function written(value: object): Promise<void> {
  await expect(form()).toHaveCount(0);
  await expect.poll(() => truths().filter((incident) => matches(incident, value)).length, { timeout: 60_000 }).toBe(ALL);
  await expect(changes()).toContainText(`${ALL} done`, { timeout: 30_000 });
}
const matches = (incident: object, value: object) =>
  Object.entries(value).every(([name, wanted]) => (incident as Record<string, unknown>)[name] === wanted);

test('twenty incidents of five tenants are triaged without a mouse', async () => {
  test.setTimeout(240_000);
  await press('g', 'i');
  await command('read all', 'Read all tenants now');
  await expect(page.getByRole('contentinfo')).toContainText(`${TENANTS} of ${TENANTS} tenants fresh`);
  await expect(pilot.incidentRows()).toHaveCount(ALL);

  await tickAll();
  await press('a');
  await expect(form().getByRole('combobox', { name: 'Assign to' })).toBeFocused();
  await page.keyboard.type(ANALYST);
  await tabTo(form().getByRole('button', { name: `Change ${ALL} incidents` }));
  await press('Enter');
  await written({ assignedTo: ANALYST });

  await tickAll();
  await press('c');
  await expect(form().getByRole('radio').first()).toBeFocused();
  await press('ArrowDown', 'ArrowUp');
  await expect(form().getByRole('radio', { checked: true })).toHaveCount(1);
  await press('Tab', 'Space', 'Tab');
  await page.keyboard.type('Seen at five customers on one night.');
  await picture('classify');
  await tabTo(form().getByRole('button', { name: `Change ${ALL} incidents` }));
  await press('Enter');
  await expect(form()).toHaveCount(0);
  await expect.poll(() => truths().filter(({ classification }) => classification !== 'Unknown').length, { timeout: 60_000 }).toBe(ALL);

  await tickAll();
  await press('s');
  await expect(form().getByRole('radio').first()).toBeFocused();
  await press('ArrowDown', 'ArrowDown');
  await expect(form().getByRole('radio', { name: 'Resolved' })).toBeChecked();
  await press('Enter');
  await written({ status: 'Resolved' });

  // One of them by its number: searched for, opened, read, commented on, closed.
  const [tenant] = sandbox.tenants;
  const [incident] = tenant ? sandbox.control.truth(tenant.tenantId) : [];
  const number = String(incident?.['incidentId']);
  await press('g', 'i');
  await press('/');
  await page.keyboard.type(number);
  await expect(pilot.incidentRows().first()).toContainText(`#${number}`);
  await press('ArrowDown', 'Enter');
  const details = page.getByRole('region', { name: 'Incident details' });
  await expect(details).toContainText(`#${number}`);
  await expect(details).toContainText('Resolved');
  await picture('opened');
  await details.getByRole('tab', { name: 'Raw' }).press('Enter');
  const raw = details.getByRole('region', { name: 'Raw JSON' });
  await expect(raw).toContainText('Resolved');
  await press('n');
  const comment = page.getByRole('dialog', { name: /incident/ });
  await expect(comment.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('Handed over.');
  await tabTo(comment.getByRole('button', { name: 'Change 1 incident' }));
  await press('Enter');
  await expect(comment).toHaveCount(0);
  await expect.poll(() => JSON.stringify(truths())).toContain('Handed over.');
  await expect(raw).toContainText('Handed over.');
  await details.getByRole('tab', { name: 'History' }).press('Enter');
  const newest = details.getByRole('tabpanel').getByRole('listitem').first();
  await expect(newest).toContainText('with a change from here');
  await expect(newest).toContainText(/Comment by .+ Handed over\./);
  await picture('history');
  // One Escape closes one thing.
  await changes().focus();
  await press('Escape');
  await expect(changes()).toHaveCount(0);
  await expect(details).toBeVisible();
  await press('Escape');
  await expect(details).toHaveCount(0);
  expect(await findings(page), 'after triage').toEqual([]);
});

test('everything is there at 200 %', async () => {
  await press('g', 'i');
  await command('read all', 'Read all tenants now');
  await expect(pilot.incidentRows()).toHaveCount(ALL);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  // Nothing stands outside the window.
  const outside = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await outside()).toBeLessThanOrEqual(0);
  await picture('list');
  await expect(pilot.incidentRows().first()).toBeInViewport();
  await press('j', 'Enter');
  const details = page.getByRole('region', { name: 'Incident details' });
  await expect(details.getByRole('tab', { name: 'History' })).toBeVisible();
  await details.getByRole('tab', { name: 'History' }).press('Enter');
  await expect(details.getByRole('tabpanel')).toBeInViewport();
  expect(await outside()).toBeLessThanOrEqual(0);
  await picture('incident');
  await press('Escape');
  for (const [key, heading] of [
    ['t', 'Tenants'],
    ['s', 'Settings'],
  ] as const) {
    await press('g', key);
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
    expect(await outside()).toBeLessThanOrEqual(0);
    await picture(heading);
  }
});
