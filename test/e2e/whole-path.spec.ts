import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 230 });
  home = freshHome();
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

const start = async () => {
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  return new Pilot(app.electron, app.page);
};

test('partner app, tenants, consent, token, incidents, and all of it again without a network', async () => {
  const healthy = sandbox.tenants.filter((tenant) => tenant.state === 'consented' && tenant.incidents > 0);
  const [first, second] = healthy;
  const waiting = sandbox.tenants.find((tenant) => tenant.state === 'notConsented');
  if (!first || !second || !waiting) throw new Error('The sandbox has none of the tenants this test needs');

  let pilot = await start();
  await pilot.connectPartnerApp(sandbox.partner);
  await expect(app.page.getByText('accepted', { exact: false }).first()).toBeVisible();

  // By domain, by tenant ID, and by a domain that is not consented yet.
  await pilot.goTo('Tenants');
  await pilot.addTenant(first.domain, 'Alpha customer');
  await pilot.addTenant(second.tenantId, 'Beta customer');
  await pilot.addTenant(waiting.domain, 'Gamma customer');
  await expect(pilot.tenantRow('Alpha customer')).toContainText(first.tenantId);

  // Both links, exactly as they go into a mail.
  let details = await pilot.openTenant('Gamma customer');
  await details.getByRole('button', { name: "Copy Microsoft's link" }).click();
  await expect
    .poll(() => pilot.clipboard())
    .toBe(`${sandbox.url}/common/oauth2/authorize?prompt=consent&client_id=${sandbox.partner.clientId}&response_type=code&sso_reload=true`);
  await details.getByRole('button', { name: 'Copy admin-consent link' }).click();
  await expect.poll(() => pilot.clipboard()).toContain(`${sandbox.url}/${waiting.tenantId}/v2.0/adminconsent?`);
  const link = await pilot.clipboard();
  expect(new URL(link).searchParams.get('state')).toMatch(/^[\w-]{22,}$/);

  // Before consent the tenant says why it does not work.
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Consent missing');
  await expect(details).toContainText('7000229');

  // The customer's admin accepts in a browser.
  const browser = await openBrowser(home, link);
  await expect(browser.page).toHaveTitle(/not Microsoft/i);
  await browser.page.getByRole('button', { name: 'Accept' }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  await browser.close();

  // Now the token comes, with its facts.
  details = await pilot.openTenant('Gamma customer');
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details).toContainText('Incident.Read.All');
  await expect(details).toContainText('https://api.security.microsoft.com');
  await expect(details).toContainText(waiting.tenantId);
  await expect(pilot.tenantRow('Gamma customer')).not.toContainText('Consent missing');

  // All incidents of all tenants, counted against the sandbox's own truth.
  await pilot.goTo('Incidents');
  await app.page.getByRole('button', { name: 'Refresh', exact: false }).first().click();
  const truth = [first, second, waiting].flatMap((tenant) => sandbox.control.truth(tenant.tenantId));
  await expect(pilot.coverage()).toContainText('3 of 3 tenants fresh');
  await expect(app.page.getByRole('grid', { name: 'Incidents' })).toHaveAttribute('aria-rowcount', String(truth.length + 1));
  const newest = truth.toSorted((a, b) => String(b.lastUpdateTime).localeCompare(String(a.lastUpdateTime)))[0];
  await expect(pilot.incidentRows().first()).toContainText(String(newest?.incidentName));

  // One incident with its alerts and entities.
  await pilot.incidentRows().first().click();
  const incident = app.page.getByRole('region', { name: 'Incident details' });
  await expect(incident).toContainText(String(newest?.incidentName));
  await incident.getByRole('tab', { name: /Alerts/ }).click();
  const alerts = newest?.alerts as { title: string }[];
  await expect(incident).toContainText(String(alerts[0]?.title));

  // Close, cut the network, open again: everything is there, with its age.
  const cloudFile = cloudFileOf(sandbox, home);
  await app.close();
  await sandbox.close();
  app = await launchApp({ home, args: [`--cloud=${cloudFile}`] });
  pilot = new Pilot(app.electron, app.page);
  await pilot.goTo('Incidents');
  await expect(app.page.getByRole('grid', { name: 'Incidents' })).toHaveAttribute('aria-rowcount', String(truth.length + 1));
  await expect(pilot.incidentRows().first()).toContainText(String(newest?.incidentName));
  await app.page.getByRole('button', { name: 'Refresh', exact: false }).first().click();
  await expect(pilot.coverage()).toContainText('3 failed');
  await expect(pilot.coverage()).toContainText(/unreachable|not reached|network/i);
  await pilot.goTo('Tenants');
  await expect(pilot.tenantRow('Alpha customer')).toContainText(/minute|second|just now|ago/i);
});
