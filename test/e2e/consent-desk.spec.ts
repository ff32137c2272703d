import { expect, type Locator, test } from '@playwright/test';
import { type Sandbox, type SandboxTenant, startSandbox, type TenantState } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 20 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

function customerIn(state: TenantState): SandboxTenant {
  const customer = sandbox.tenants.find((tenant) => tenant.state === state);
  if (!customer) throw new Error(`The sandbox has no tenant in the state ${state}`);
  return customer;
}

/** The admin of a customer opens a link and accepts. */
async function accept(link: string): Promise<void> {
  const browser = await openBrowser(home, link);
  await browser.page.getByRole('button', { name: 'Accept' }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  await browser.close();
}

async function copied(details: Locator, button: string, { tenantId }: SandboxTenant): Promise<string> {
  await details.getByRole('button', { name: button }).click();
  await expect.poll(() => pilot.clipboard()).toContain(`${tenantId}/v2.0/adminconsent?`);
  return pilot.clipboard();
}

const history = (details: Locator) => details.getByRole('list', { name: /Consent history/ });

test('from the registration to three customers that do not work, each for its own reason, to three that do', async () => {
  // Our side first: what the guide says of the registration.
  await pilot.connectPartnerApp(sandbox.partner);
  const guide = app.page.getByRole('region', { name: 'Registration' });
  await guide.getByRole('button', { name: /^Check all steps/ }).click();
  await expect(guide.getByRole('status', { name: 'Registration check' })).toContainText('4 of 5 steps are in place');

  // Customers that were signed, and the first look at them.
  await pilot.goTo('Tenants');
  const [unconsented, older, disabled] = [customerIn('notConsented'), customerIn('partial'), customerIn('appDisabled')];
  await pilot.addTenant(unconsented.domain, 'Alpha customer');
  await pilot.addTenant(older.domain, 'Beta customer');
  await pilot.addTenant(disabled.domain, 'Gamma customer');
  await pilot.goTo('Incidents');
  await app.page.getByRole('button', { name: 'Refresh', exact: false }).first().click();
  await expect(pilot.coverage()).toContainText('0 of 3 tenants fresh');
  await pilot.goTo('Tenants');

  // Never consented: the customer's admin has to, by a link that reports back.
  await expect(pilot.tenantRow('Alpha customer')).toContainText('Consent missing');
  let details = await pilot.openTenant('Alpha customer');
  await expect(details).toContainText('AADSTS7000229');
  await expect(details).toContainText('The customer has to act');
  await details.getByRole('button', { name: 'Copy text for the customer' }).click();
  await expect.poll(() => pilot.clipboard()).toContain('Alpha customer');
  await accept(await copied(details, 'Copy link that reports back', unconsented));
  await expect(history(details)).toContainText('Token works');
  await expect(pilot.tenantRow('Alpha customer')).toContainText('Fresh');

  // Consented before the registration asked for incidents: a token, but without the permission.
  await expect(pilot.tenantRow('Beta customer')).toContainText('No permission');
  details = await pilot.openTenant('Beta customer');
  await expect(details).toContainText('Incident.Read.All');
  await expect(history(details)).toContainText('Permissions are missing');
  await accept(await copied(details, 'Copy admin-consent link', older));
  await details.getByRole('button', { name: 'Check now' }).click();
  await expect(history(details)).toContainText('Token works');
  await expect(pilot.tenantRow('Beta customer')).toContainText('Fresh');

  // Switched off by the customer: no consent mends that.
  details = await pilot.openTenant('Gamma customer');
  await expect(details).toContainText('AADSTS7000112');
  await details.getByRole('button', { name: 'Copy text for the customer' }).click();
  await expect.poll(() => pilot.clipboard()).toContain('Gamma customer');
  sandbox.control.setTenantState(disabled.tenantId, 'consented');
  await details.getByRole('button', { name: 'Read now' }).click();
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Fresh');
  await expect(details).not.toContainText('AADSTS7000112');

  await pilot.goTo('Incidents');
  await expect(pilot.coverage()).toContainText('3 of 3 tenants fresh');
});
