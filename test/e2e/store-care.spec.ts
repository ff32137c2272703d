import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp, userDataOf } from '../support/app';
import { Pilot } from '../support/pilot';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 60 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  await pilot.connectPartnerApp(sandbox.partner);
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

/** Two customers with everything read. */
async function withTwoCustomers(): Promise<void> {
  const [first, second] = sandbox.tenants.filter((tenant) => tenant.state === 'consented' && tenant.incidents >= 20);
  if (!first || !second) throw new Error('The sandbox has none of the tenants this test needs');
  await pilot.goTo('Tenants');
  await pilot.addTenant(first.domain, 'Alpha customer');
  await pilot.addTenant(second.domain, 'Beta customer');
  for (const name of ['Alpha customer', 'Beta customer']) {
    const details = await pilot.openTenant(name);
    await details.getByRole('button', { name: 'Read now' }).click();
    await expect(pilot.tenantRow(name)).toContainText('Fresh');
  }
}

test('the filter finds a value inside an incident, and the value says where else it was seen', async () => {
  await withTwoCustomers();
  await pilot.goTo('Incidents');
  await pilot.incidentRows().first().click();
  const panel = app.page.getByRole('region', { name: 'Incident details' });
  await panel.getByRole('tab', { name: /^Entities [1-9]/ }).click();
  const button = panel.getByRole('button', { name: /^Seen in… / }).first();
  const value = ((await button.getAttribute('aria-label')) ?? '').replace('Seen in… ', '');
  await button.click();
  const seen = panel.getByRole('region', { name: `Where ${value} was seen` });
  await expect(seen).toContainText(value);
  await expect(seen).toContainText(/\d+ incidents? of \d tenants?/);
  await expect(seen).toContainText('This incident');

  await app.page.getByRole('searchbox', { name: 'Filter incidents' }).fill(value);
  await expect(app.page.getByRole('status', { name: 'Search coverage' })).toHaveCount(0);
  await expect(pilot.incidentRows().first()).toBeVisible();
  const rows = await pilot.incidentRows().count();
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(60);

  // No sign is syntax.
  await app.page.getByRole('searchbox', { name: 'Filter incidents' }).fill('"(*');
  await expect(app.page.getByText('No incident fits the filters')).toBeVisible();
});

test('what a tenant stores is shown, written to a file that says what it is, and deleted; the tenant stays', async () => {
  await withTwoCustomers();
  const details = await pilot.openTenant('Alpha customer');
  await expect(details).toContainText(/\d+ incidents?, [\d.]+ (kB|MB) of answers/);

  const file = join(home, 'alpha.jsonl');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await details.getByRole('button', { name: 'Export incidents…' }).click();
  await expect(pilot.notice(/incidents written to alpha\.jsonl/)).toBeVisible();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    tenantName: 'Alpha customer',
    complete: true,
    state: 'fresh',
    incidents: lines.length - 2,
  });
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: true, incidents: lines.length - 2 });

  await details.getByRole('button', { name: 'Delete stored data…' }).click();
  const dialog = app.page.getByRole('alertdialog');
  await expect(dialog).toContainText('The tenant stays in the list');
  await dialog.getByRole('button', { name: 'Delete stored data' }).click();
  await expect(pilot.tenantRow('Alpha customer')).toContainText('Not read yet');
  await expect(details).toContainText('0 incidents');
  await expect(details.getByRole('button', { name: 'Export incidents…' })).toBeDisabled();
  await pilot.goTo('Incidents');
  await expect(app.page.getByRole('grid', { name: 'Incidents' }).getByText('Alpha customer')).toHaveCount(0);
  await expect(app.page.getByRole('grid', { name: 'Incidents' }).getByText('Beta customer').first()).toBeVisible();
});

test('incidents are kept as long as was chosen, by default and for a tenant', async () => {
  await withTwoCustomers();
  await pilot.goTo('Settings');
  const store = app.page.getByRole('region', { name: 'Store' });
  await expect(store).toContainText(/Size\s*[\d.]+ (kB|MB)/);
  await store.getByText('Size by tenant (2)').click();
  await expect(store.getByRole('row').filter({ hasText: 'Beta customer' })).toContainText('As the default');

  await store.getByLabel('Keep incidents after their last update').selectOption('30 days');
  await expect(pilot.notice('Older than 30 days is removed now')).toBeVisible();
  await expect(store.getByLabel('Keep incidents after their last update')).toHaveValue('30');
  await pilot.goTo('Tenants');
  const details = await pilot.openTenant('Alpha customer');
  await expect(details.getByLabel('Keep incidents after their last update')).toContainText('As the default (30 days)');
});

test('a store that is damaged is moved aside when asked, and a new one begins', async () => {
  await withTwoCustomers();
  await app.close();
  const [profile = ''] = readdirSync(join(userDataOf(home), 'profiles'));
  const folder = join(userDataOf(home), 'profiles', profile);
  const file = join(folder, 'tenantry.db');
  const bytes = readFileSync(file);
  bytes.fill(7, 600, 900);
  writeFileSync(file, bytes);

  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  await expect(app.page.getByText('The store is damaged.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Begin anew…' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Move it aside and begin anew' }).click();
  await expect(app.page.getByText('The store is damaged.')).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: 'Connect your partner app' })).toBeVisible();
  const aside = readdirSync(folder).find((name) => /^tenantry\.db\.\d{4}-\d\d-\d\dT[\d.]+$/.test(name));
  expect(readFileSync(join(folder, aside ?? '')).equals(bytes)).toBe(true);
});
