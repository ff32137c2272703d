import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox, type TenantState } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { tick } from '../support/tick';

let sandbox: Sandbox;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 130 });
  const home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

/** Puts customer number `index` into a state and into the list. */
async function addCustomer(index: number, state: TenantState, name: string): Promise<string> {
  const customer = sandbox.tenants[index];
  if (!customer) throw new Error('The sandbox has too few tenants');
  sandbox.control.setTenantState(customer.tenantId, state);
  await pilot.addTenant(customer.domain, name);
  return customer.tenantId;
}

const truthOf = (tenantId: string) => sandbox.control.truth(tenantId).length;
const pagesAsked = (path: string) => sandbox.control.requests().filter((request) => request.path.startsWith(path)).length;

async function readNow(name: string) {
  const details = await pilot.openTenant(name);
  await details.getByRole('button', { name: 'Read now' }).click();
  await expect(details.getByRole('button', { name: 'Read now' })).toBeEnabled();
  return details;
}

test('a customer that allows Graph only is read through it and says so; one that allows neither gives both reasons', async () => {
  const { page } = app;
  const graphOnly = await addCustomer(0, 'graphOnly', 'Graph customer');
  const both = await addCustomer(1, 'bothSurfaces', 'Usual customer');
  await addCustomer(2, 'noRoles', 'Closed customer');
  await pilot.goTo('Incidents');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(pilot.coverage()).toContainText('2 of 3 tenants fresh · 1 failed: no permission · 1 via Graph');
  await page.getByRole('button', { name: 'Which ones?' }).click();
  const behind = page.getByLabel(/^Tenants that are not fresh/);
  await expect(behind).toContainText('Read through Microsoft Graph, because Defender XDR says: permission missing');
  await expect(behind).not.toContainText('Usual customer');
  await page.keyboard.press('Escape');

  await pilot.goTo('Tenants');
  await expect(pilot.tenantRow('Graph customer')).toContainText('via Graph');
  await expect(pilot.tenantRow('Graph customer')).toContainText('Fresh');
  await expect(pilot.tenantRow('Usual customer')).not.toContainText('via');
  const details = await pilot.openTenant('Graph customer');
  await expect(details).toContainText('because Defender XDR says: permission missing (Incident.Read.All or Incident.ReadWrite.All)');
  await expect(details).toContainText(`${truthOf(graphOnly)} stored`);
  await expect(await pilot.openTenant('Usual customer')).toContainText(`${truthOf(both)} stored`);
  const closed = await pilot.openTenant('Closed customer');
  await expect(closed).toContainText('Incident.Read.All, Incident.ReadWrite.All');
  await expect(closed).toContainText('Defender XDR: permission missing');
  await expect(closed).toContainText('Microsoft Graph could not take its place');
  await expect(closed).toContainText('SecurityIncident.Read.All, SecurityIncident.ReadWrite.All');

  // What came through Graph is looked at like all the rest.
  await pilot.openTenant('Graph customer');
  await details.getByRole('button', { name: 'Show incidents' }).click();
  await pilot.incidentRows().first().click();
  const incident = page.getByRole('region', { name: 'Incident details' });
  await expect(incident).toContainText('Read via Graph.');
  await expect(incident).toContainText('Attack story');
  await incident.getByRole('tab', { name: /Raw/ }).click();
  await expect(incident).toContainText('"@odata.type"');
});

test('a customer whose permission goes away in the middle of a read falls over, and comes back when it is there again', async () => {
  const tenantId = await addCustomer(0, 'bothSurfaces', 'Changing customer');
  sandbox.control.fault({
    match: 'incidents',
    skip: 1,
    status: 403,
    body: {
      error: { code: 'Forbidden', message: 'Missing application roles. API required roles: Incident.Read.All, application roles: .' },
    },
  });
  const details = await readNow('Changing customer');
  await expect(pilot.tenantRow('Changing customer')).toContainText('via Graph');
  await expect(details).toContainText(`${truthOf(tenantId)} stored`);
  expect([pagesAsked('/api/incidents'), pagesAsked('/v1.0/security/incidents')]).toEqual([2, 3]);

  sandbox.control.clearFaults();
  sandbox.control.addIncident(tenantId, { incidentName: 'After it came back' });
  await readNow('Changing customer');
  await expect(pilot.tenantRow('Changing customer')).not.toContainText('via');
  await expect(details).toContainText(`${truthOf(tenantId)} stored`);
});

test('which API comes first is chosen for all, and for one customer', async () => {
  const { page } = app;
  await addCustomer(0, 'bothSurfaces', 'Own way customer');
  await addCustomer(1, 'consented', 'Older customer');
  const details = await pilot.openTenant('Own way customer');
  await details.getByRole('button', { name: 'Edit profile' }).click();
  await expect(details.getByLabel('Read incidents through')).toHaveValue('');
  await details.getByLabel('Read incidents through').selectOption('Microsoft Graph');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details).toContainText('Read first through');
  await readNow('Own way customer');
  await expect(pilot.tenantRow('Own way customer')).toContainText('Fresh');
  await expect(pilot.tenantRow('Own way customer')).not.toContainText('via');
  expect(pagesAsked('/api/incidents')).toBe(0);

  await pilot.goTo('Settings');
  const choice = page.getByRole('region', { name: 'Reading incidents' });
  await expect(choice).toContainText('ends on 1 February 2027');
  await tick(choice.getByRole('radio', { name: 'Microsoft Graph first' }));
  await pilot.goTo('Tenants');
  await readNow('Older customer');
  await expect(pilot.tenantRow('Older customer')).toContainText('via Defender XDR');
});
