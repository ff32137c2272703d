import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 12 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

/** Enters the sandbox's second registration beside the first. */
async function addWriteApp(): Promise<void> {
  await pilot.goTo('Partner app');
  await app.page.getByRole('button', { name: 'Add another app' }).click();
  await app.page.getByRole('textbox', { name: /^Name/ }).fill('Write app');
  await pilot.fillPartnerApp({ clientId: sandbox.partner.writeApp.clientId, homeTenantId: sandbox.partner.homeTenantId });
  await expect(app.page.getByRole('tab', { name: 'Write app' })).toHaveAttribute('aria-selected', 'true');
  await pilot.enterSecret(sandbox.partner.writeApp.clientSecret);
  await expect(app.page.getByText('accepted', { exact: false }).first()).toBeVisible();
}

test('a customer linked to a reading and a writing app consents to each by itself', async () => {
  const customer = sandbox.tenants.find(({ state }) => state === 'consented');
  if (!customer) throw new Error('The sandbox has no consented tenant');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Alpha customer');
  await addWriteApp();

  // Linked to the first app only, until somebody says otherwise.
  await pilot.goTo('Tenants');
  let details = await pilot.openTenant('Alpha customer');
  await details.getByRole('checkbox', { name: /Write app/ }).click();
  await details.getByRole('tab', { name: 'Write app' }).click();
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details).toContainText('7000229');
  // The customer is read with the other app: its state says nothing of this one.
  await expect(pilot.tenantRow('Alpha customer')).not.toContainText('Consent missing');

  await details.getByRole('button', { name: 'Copy admin-consent link' }).click();
  await expect.poll(() => pilot.clipboard()).toContain(sandbox.partner.writeApp.clientId);
  const browser = await openBrowser(home, await pilot.clipboard());
  await expect(browser.page.getByText('Incident.ReadWrite.All')).toBeVisible();
  await expect(browser.page.getByText('AdvancedHunting.Read.All')).toHaveCount(0);
  await browser.page.getByRole('button', { name: 'Accept' }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  await browser.close();

  details = await pilot.openTenant('Alpha customer');
  await details.getByRole('tab', { name: 'Write app' }).click();
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details.getByRole('region', { name: 'Token' }).or(details)).toContainText(sandbox.partner.writeApp.clientId);
});

test('a refused secret is said once, for its app, and leaves the customers of the other app alone', async () => {
  const [first, second] = sandbox.tenants.filter(({ state }) => state === 'consented');
  if (!first || !second) throw new Error('The sandbox has too few consented tenants');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(first.domain, 'Alpha customer');
  await addWriteApp();
  await pilot.enterSecret('Wrong8Q~secretsecretsecretsecretsecret01', 'Replace secret…');
  await expect(app.page.getByText('Write app: ', { exact: false }).first()).toBeVisible();

  await pilot.goTo('Incidents');
  await app.page.getByRole('button', { name: 'Refresh', exact: false }).first().click();
  await expect(pilot.coverage()).toContainText('1 of 1 tenant fresh');

  // Without any app, a customer cannot be asked, and says so.
  await pilot.goTo('Tenants');
  const details = await pilot.openTenant('Alpha customer');
  await details.getByRole('checkbox', { name: /Partner app/ }).click();
  await expect(details).toContainText('Linked to no app');
  await pilot.goTo('Incidents');
  await app.page.getByRole('button', { name: 'Refresh', exact: false }).first().click();
  await expect(pilot.coverage()).toContainText('1 failed');
});
