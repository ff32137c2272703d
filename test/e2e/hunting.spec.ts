import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { tick } from '../support/tick';

let app: RunningApp;

test.beforeEach(async () => {
  app = await launchApp({ home: freshHome(), args: ['--sandbox'] });
  await app.page.getByRole('navigation').getByRole('button', { name: 'Hunting' }).click();
});
test.afterEach(() => app.close());

const editor = () => app.page.getByRole('textbox', { name: 'Query' });

test('a query is written with proposals, errors and words, and saved', async () => {
  const { page } = app;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) violations.push(message.text());
  });
  await editor().click();
  await page.keyboard.type('DeviceP');
  const proposals = page.getByRole('listbox', { name: 'Completions' });
  await expect(proposals.getByRole('option').first()).toContainText('DeviceProcessEvents', { timeout: 60_000 });
  await page.screenshot({ path: test.info().outputPath('completion.png') });
  await page.keyboard.press('Tab');
  await expect(editor()).toContainText('DeviceProcessEvents');
  await page.keyboard.type('where BadCol == 1');
  const wrong = page.locator('.cm-lintRange-error', { hasText: 'BadCol' });
  await expect(wrong).toHaveText('BadCol');
  await wrong.hover();
  await expect(page.locator('.cm-tooltip')).toContainText('BadCol');
  await page.screenshot({ path: test.info().outputPath('error.png') });
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Mine');
  await dialog.getByLabel('Folder').fill('Ours/Rare');
  expect(await findings(page), 'save').toEqual([]);
  await page.screenshot({ path: test.info().outputPath('save.png') });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('complementary')).toContainText('Ours/Rare');
  await page.getByRole('tab', { name: 'Tables' }).click();
  await page.getByRole('searchbox', { name: 'Find a table or column' }).fill('RecipientEmail');
  await expect(page.getByText('EmailEvents')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('tables.png') });
  expect(violations).toEqual([]);
});

test('a query runs over thirty tenants of which three fail for different reasons, is run again, drawn, and leads to an incident', async () => {
  test.setTimeout(240_000);
  await app.close();
  const sandbox = await startSandbox({ tenants: 30, incidents: 12, latencyMs: 30 });
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  try {
    await hunt(app, sandbox);
  } finally {
    await sandbox.close();
  }
});

async function hunt({ page, electron }: RunningApp, sandbox: Sandbox): Promise<void> {
  const pilot = new Pilot(electron, page);
  const [consent, roles, licence] = sandbox.tenants;
  for (const { tenantId } of sandbox.tenants) sandbox.control.setTenantState(tenantId, 'consented');
  sandbox.control.setTenantState(consent?.tenantId ?? '', 'notConsented');
  sandbox.control.setTenantState(roles?.tenantId ?? '', 'noRoles');
  sandbox.control.setTenantState(licence?.tenantId ?? '', 'notLicensed');
  await pilot.connectPartnerApp(sandbox.partner);
  const added = sandbox.tenants.map(({ tenantId, domain, displayName }) => ({ tenantId, domain, displayName }));
  await page.evaluate((tenants) => window.tenantry.call('tenants.addSeveral', tenants), added);
  await pilot.goTo('Hunting');
  const query = page.getByRole('textbox', { name: 'Query' });
  await query.click();
  await page.keyboard.insertText('AlertInfo\n| project Timestamp, AlertId, Title, Severity');
  await expect(page.getByRole('status', { name: 'Before the run' })).toContainText(/calls/);
  await page.getByRole('button', { name: /^Time range/ }).click();
  await tick(page.getByRole('radio', { name: 'Last 30 days' }));
  await page.keyboard.press('Escape');
  await query.click();
  await page.keyboard.press('Control+Enter');
  const coverage = page.getByRole('status', { name: 'Coverage of the run' });
  await expect(coverage).toContainText('27 of 30 tenants whole', { timeout: 60_000 });
  await expect(coverage).toContainText('3 failed:');
  await expect(coverage).toContainText('consent missing');
  const grid = page.getByRole('grid', { name: 'Results' });
  await expect(grid.getByRole('row').nth(1)).toContainText(/\d{4}-\d\d-\d\d/);
  await page.screenshot({ path: test.info().outputPath('rows.png') });
  expect(await findings(page), 'rows').toEqual([]);

  await page.getByRole('tab', { name: /^Tenants \(30\)/ }).click();
  const tenants = page.getByRole('grid', { name: 'Tenants of the run' });
  for (const { displayName } of sandbox.tenants.slice(0, 3))
    await expect(tenants.getByRole('row').filter({ hasText: displayName })).toContainText('Failed');
  await page.screenshot({ path: test.info().outputPath('tenants.png') });
  expect(await findings(page), 'tenants').toEqual([]);
  sandbox.control.setTenantState(consent?.tenantId ?? '', 'consented');
  await page.getByRole('button', { name: /not whole again/ }).click();
  await expect(coverage).toContainText('28 of 30 tenants whole', { timeout: 60_000 });
  await expect(coverage).toContainText('2 failed');

  await page.getByRole('tab', { name: 'Rows' }).click();
  await page.getByRole('button', { name: 'What is in Severity' }).click();
  const facts = page.getByRole('dialog', { name: 'What is in Severity' });
  await expect(facts).toContainText('Different values');
  await page.screenshot({ path: test.info().outputPath('column.png') });
  expect(await findings(page), 'column').toEqual([]);
  await facts.getByRole('button', { name: /^High/ }).click();
  await expect(page.getByRole('button', { name: /Severity is High/ })).toBeVisible();

  await page.evaluate(() => window.tenantry.call('incidents.sync', { tenantId: null }));
  await grid.getByRole('row').nth(1).click();
  const row = page.getByRole('region', { name: 'Row' });
  const owner = await row.getByRole('heading', { level: 2 }).innerText();
  await page.screenshot({ path: test.info().outputPath('row.png') });
  expect(await findings(page), 'row').toEqual([]);
  await row.getByRole('button', { name: 'Open its incident' }).click();
  await expect(page.getByRole('region', { name: 'Incident details' })).toContainText(owner);

  await pilot.goTo('Hunting');
  await page.getByRole('button', { name: 'New query' }).click();
  await query.click();
  await page.keyboard.insertText('AlertInfo\n| summarize Alerts = count() by bin(Timestamp, 1d), Severity\n| render timechart');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('img', { name: /High: / })).toBeVisible({ timeout: 60_000 });
  await expect(coverage).toContainText('28 of 30');
  await page.screenshot({ path: test.info().outputPath('chart.png') });
  expect(await findings(page), 'chart').toEqual([]);

  await page.getByRole('button', { name: 'New query' }).click();
  await query.click();
  await page.keyboard.insertText('DeviceLogonEvents\n| where AccountName == "new.comer"\n| project Timestamp, AccountName, LogonType');
  await page.getByRole('combobox', { name: 'Split by time' }).selectOption('day');
  await page.keyboard.press('Control+Enter');
  const newcomers = page.getByRole('status', { name: 'Coverage of the run' });
  await expect(newcomers).toContainText('0 rows · 28 of 30 tenants whole', { timeout: 120_000 });
  const [, , , visited] = sandbox.tenants;
  if (!visited) throw new Error('a fourth tenant is needed');
  sandbox.control.addEvent(visited.tenantId, 'DeviceLogonEvents', Date.now() - 3_600_000, {
    AccountName: 'new.comer',
    LogonType: 'Network',
  });
  await query.click();
  await page.keyboard.press('Control+Enter');
  await expect(newcomers).toContainText('1 row · 28 of 30 tenants whole', { timeout: 120_000 });
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('tab', { name: 'New (1)' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'No longer there (0)' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'New rows' }).getByRole('row').nth(1)).toContainText(visited.displayName);
  await expect(page.getByRole('status').filter({ hasText: 'not compared' })).toContainText(roles?.displayName ?? '');
  await page.screenshot({ path: test.info().outputPath('compare.png') });
  expect(await findings(page), 'compare').toEqual([]);

  const file = join(freshHome(), 'newcomers.jsonl');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON Lines…' }).click();
  await expect(pilot.notice('1 row written to newcomers.jsonl')).toBeVisible();
  const written = readFileSync(file, 'utf8');
  expect(written).toContain(visited.tenantId);
  expect(written).toContain('new.comer');
  expect(written).toContain(roles?.tenantId);

  sandbox.control.fault({ match: 'hunting', hang: true });
  await query.click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Cancel run' }).click();
  await expect(coverage).toContainText('cancelled');
  sandbox.control.clearFaults();
}
