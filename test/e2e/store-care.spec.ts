import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
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
  await panel.getByRole('tab', { name: /^Entities \([1-9]/ }).click();
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
