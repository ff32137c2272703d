import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

type WithShown = typeof globalThis & { shown: Electron.Notification[] };

let sandbox: Sandbox;
let app: RunningApp;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 3, incidents: 4 });
  for (const { tenantId } of sandbox.tenants) sandbox.control.setTenantState(tenantId, 'consented');
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

/** Notes what goes to the desktop on its way there; all of it goes on. */
async function watchDesktop(): Promise<void> {
  await app.electron.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    (globalThis as WithShown).shown = shown;
    const { show } = Notification.prototype;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this);
      show.call(this);
    };
  });
}

/** Puts the main process's clock forward, as schedules run every quarter of an hour at most. */
async function later(minutes: number): Promise<void> {
  await app.electron.evaluate((_electron, ahead) => {
    const { now } = Date;
    Date.now = () => now() + ahead;
  }, minutes * 60_000);
}

test('a query that runs by itself tells the desktop of new rows, and a click opens them', async () => {
  test.setTimeout(180_000);
  const { page, electron } = app;
  const pilot = new Pilot(electron, page);
  const [, second] = sandbox.tenants;
  if (!second) throw new Error('a second tenant is needed');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.addTenants(sandbox.tenants);
  await watchDesktop();
  await pilot.goTo('Hunting');
  await page.getByRole('textbox', { name: 'Query' }).click();
  await page.keyboard.insertText('DeviceLogonEvents\n| where AccountName == "new.comer"\n| project Timestamp, AccountName');
  await page.getByRole('button', { name: 'Run by itself…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Newcomers');
  await dialog.getByRole('combobox', { name: 'Every' }).selectOption('15 minutes');
  expect(await findings(page), 'dialog').toEqual([]);
  await page.screenshot({ path: test.info().outputPath('dialog.png') });
  await dialog.getByRole('button', { name: 'Run by itself' }).click();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const schedules = page.getByRole('region', { name: 'By themselves' });
  await expect(schedules).toContainText('nothing to compare with', { timeout: 60_000 });

  const at = Date.now() - 60_000;
  sandbox.control.addEvent(second.tenantId, 'DeviceLogonEvents', at, { AccountName: 'new.comer', LogonType: 'Network' });
  await later(16);
  const toggle = schedules.getByRole('switch', { name: 'Newcomers' });
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect(schedules).toContainText('1 new row', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: /^DeviceLogonEvents/ })).toHaveCount(2);
  const shown = () => electron.evaluate(() => (globalThis as WithShown).shown.map(({ title, body }) => ({ title, body })));
  await expect.poll(shown, { timeout: 60_000 }).toEqual([{ title: 'Newcomers: 1 new row', body: `At ${second.displayName}.` }]);
  await page.screenshot({ path: test.info().outputPath('schedules.png') });
  expect(await findings(page), 'schedules').toEqual([]);

  await pilot.goTo('Settings');
  await expect(page.getByRole('list', { name: 'Told of late' })).toContainText('Newcomers: 1 new row');
  await electron.evaluate(() => void (globalThis as WithShown).shown[0]?.emit('click'));
  await expect(page.getByRole('status', { name: 'Coverage of the run' })).toContainText('1 row · 3 of 3 tenants whole');
  await expect(page.getByRole('grid', { name: 'Results' }).getByRole('row').nth(1)).toContainText(second.displayName);
  await page.screenshot({ path: test.info().outputPath('opened.png') });
});
