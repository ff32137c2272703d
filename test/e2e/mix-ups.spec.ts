import { expect, test } from '@playwright/test';
import { type Sandbox, type SandboxTenant, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

/** What belongs to one tenant never shows, or is stored, under another. */
let sandbox: Sandbox;
let app: RunningApp;
let pilot: Pilot;
let customers: readonly SandboxTenant[];

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 6, incidents: 300 });
  customers = sandbox.tenants.filter(({ state }) => state === 'consented');
  const home = freshHome();
  // A switch of Chromium that would let any server pass for Microsoft's.
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`, '--ignore-certificate-errors'] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

test('@promise no switch on the command line turns certificate checks off', async () => {
  expect(await app.electron.evaluate(({ app: running }) => running.commandLine.hasSwitch('ignore-certificate-errors'))).toBe(false);
});

test('what Entra says of one customer is not shown for the next one typed, nor its name kept', async () => {
  const [first, second] = customers;
  if (!first || !second) throw new Error('The sandbox has too few tenants');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await app.page.getByRole('button', { name: 'Add tenant' }).first().click();
  const dialog = app.page.getByRole('dialog');
  const query = dialog.getByLabel('Tenant ID or domain');
  const find = dialog.getByRole('button', { name: 'Find' });

  sandbox.control.fault({ match: 'metadata', delayMs: 1500, times: 1 });
  await query.fill(first.domain);
  await find.click();
  await query.fill(second.domain);
  // The button works again once the late answer is there.
  await expect(find).toBeDisabled();
  await expect(find).toBeEnabled();
  await expect(dialog.getByText(first.tenantId)).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();

  await find.click();
  await expect(dialog.getByText(second.tenantId)).toBeVisible();
  const suggested = await dialog.getByLabel('Display name').inputValue();
  await query.fill(first.domain);
  await find.click();
  await expect(dialog.getByText(first.tenantId)).toBeVisible();
  expect(await dialog.getByLabel('Display name').inputValue()).not.toBe(suggested);
});

test('a customer that is removed while it is read, and added again, starts from nothing', async () => {
  const customer = customers.find(({ incidents }) => incidents > 200);
  if (!customer) throw new Error('The sandbox has no tenant with three pages');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Comes and goes');
  // Its second page does not come, however long this machine takes to draw how far the first one got.
  sandbox.control.fault({ match: 'incidents', skip: 1, hang: true });
  await (await pilot.openTenant('Comes and goes')).getByRole('button', { name: 'Read now' }).click();
  await expect(app.page.getByText(/^Reading 0 of 1 tenants, 100 incidents/)).toBeVisible();
  await app.page.getByRole('button', { name: 'Remove tenant…' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Remove tenant' }).click();
  await expect(pilot.tenantRow('Comes and goes')).toHaveCount(0);
  await pilot.addTenant(customer.domain, 'Comes and goes');
  sandbox.control.clearFaults();
  await expect(app.page.getByText(/^Reading \d/)).toHaveCount(0);
  await expect(pilot.tenantRow('Comes and goes')).toContainText('Never asked');

  await app.page.getByRole('button', { name: 'Read now' }).click();
  await expect(pilot.tenantRow('Comes and goes')).toContainText('Fresh');
  await expect(pilot.tenantRow('Comes and goes')).toContainText(String(customer.incidents));
});

test('@promise settings and audit trail of one profile are not shown, nor saved, in another that is opened from them', async () => {
  const [customer] = customers;
  if (!customer) throw new Error('The sandbox has too few tenants');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Left behind');
  await pilot.openTenant('Left behind');
  await app.page.getByRole('button', { name: 'Remove tenant…' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Remove tenant' }).click();
  await expect(pilot.tenantRow('Left behind')).toHaveCount(0);
  await pilot.goTo('Settings');
  const trail = app.page.getByRole('region', { name: 'Audit trail' });
  const telling = app.page.getByRole('switch', { name: 'Tell me of new incidents' });
  await expect(trail.getByRole('row').filter({ hasText: customer.tenantId })).toHaveCount(1);
  const before = await telling.isChecked();
  await telling.click();
  await expect(telling).toBeChecked({ checked: !before });

  await app.page.getByRole('button', { name: 'Try the sandbox' }).click();
  await expect(app.page.getByRole('button', { name: 'Leave the sandbox' })).toBeVisible();
  await expect(trail).not.toContainText(customer.tenantId);
  await expect(telling).toBeChecked({ checked: before });
});
