import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { type Sandbox, type SandboxTenant, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;
let customer: SandboxTenant;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 20 });
  home = freshHome();
  const waiting = sandbox.tenants.find(({ state }) => state === 'notConsented');
  if (!waiting) throw new Error('The sandbox has no tenant without consent');
  customer = waiting;
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

const launch = async () => {
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
};

/** The app with a partner app and the customer that has not consented, its details open. */
async function withCustomer(): Promise<Locator> {
  await launch();
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.tenantId, 'Gamma customer');
  return pilot.openTenant('Gamma customer');
}

async function copyLink(details: Locator, button: string): Promise<string> {
  await details.getByRole('button', { name: button }).click();
  await expect.poll(() => pilot.clipboard()).toContain('/v2.0/adminconsent?');
  return pilot.clipboard();
}

/** Answers a consent page in a browser and gives the address it ended on. */
async function answerInBrowser(link: string, button: 'Accept' | 'Cancel'): Promise<string> {
  const browser = await openBrowser(home, link);
  await browser.page.getByRole('button', { name: button }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  const ended = browser.page.url();
  if (ended.includes('localhost')) await expect(browser.page.getByText('You can close this window')).toBeVisible();
  await browser.close();
  return ended;
}

const history = (details: Locator) => details.getByRole('list', { name: /Consent history/ });
const pasteIn = async (details: Locator, address: string) => {
  await details.getByLabel('Address the browser ended on').fill(address);
  await details.getByRole('button', { name: 'Take over' }).click();
};

test('a consent in a browser on this computer is noticed, proven and read by itself, also after a restart', async () => {
  let details = await withCustomer();
  const link = await copyLink(details, 'Copy link that reports back');
  expect(new URL(link).searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\/consent$/);
  await details.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(history(details)).toContainText('Link sent to the customer');

  await app.close();
  await launch();
  await pilot.goTo('Tenants');
  details = await pilot.openTenant('Gamma customer');
  await answerInBrowser(link, 'Accept');

  await expect(history(details)).toContainText('Consent reported');
  await expect(history(details)).toContainText('Token works');
  await expect(history(details)).toContainText('Incident.Read.All');
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Fresh');
  const lines = await history(details).getByRole('listitem').allInnerTexts();
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    'Token works',
    'Consent reported',
    'Link sent to the customer',
    'Link that reports back copied',
  ]);

  // Withdrawn by the customer: the next token says so.
  sandbox.control.setTenantState(customer.tenantId, 'notConsented');
  await details.getByRole('button', { name: 'Get a new token' }).click();
  await expect(history(details)).toContainText('Consent withdrawn');
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Consent missing');
  await details.getByRole('button', { name: 'Copy text for the customer' }).click();
  await expect.poll(() => pilot.clipboard()).toContain('directory of Gamma customer');
});

test('a refusal is shown as one, and the same link still works afterwards', async () => {
  const details = await withCustomer();
  const link = await copyLink(details, 'Copy link that reports back');
  await answerInBrowser(link, 'Cancel');
  await expect(history(details)).toContainText('Consent not given');
  await expect(history(details)).toContainText('AADSTS65004');
  await expect(history(details)).not.toContainText('Consent reported');
  await answerInBrowser(link, 'Accept');
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Fresh');
});

test('a pasted address is taken once, and only where it belongs', async () => {
  let details = await withCustomer();
  const other = sandbox.tenants.find(({ state }) => state === 'consented');
  if (!other) throw new Error('The sandbox has no consented tenant');
  await pilot.addTenant(other.tenantId, 'Delta customer');
  details = await pilot.openTenant('Gamma customer');
  const ended = await answerInBrowser(await copyLink(details, 'Copy admin-consent link'), 'Accept');

  await pasteIn(details, 'not an address');
  await expect(details.getByRole('status').last()).toContainText('That is not an address');
  details = await pilot.openTenant('Delta customer');
  await pasteIn(details, ended);
  await expect(details.getByRole('status').last()).toContainText('belongs to Gamma customer');
  const forged = new URL(ended);
  forged.searchParams.set('state', 'A'.repeat(32));
  await pasteIn(details, forged.href);
  await expect(details.getByRole('status').last()).toContainText('not to a link of ours');

  details = await pilot.openTenant('Gamma customer');
  await pasteIn(details, ended);
  await expect(history(details)).toContainText('Token works');
  await expect(pilot.tenantRow('Gamma customer')).toContainText('Fresh');
  await pasteIn(details, ended);
  await expect(details.getByRole('status').last()).toContainText('taken before');
});

test('a consent Entra does not know everywhere yet is asked for again, until stopped', async () => {
  const details = await withCustomer();
  await details.getByRole('button', { name: 'Check now' }).click();
  await expect(details.getByRole('status').first()).toContainText('No usable token yet: consent missing');
  await expect(details.getByRole('status').first()).toContainText(/Asks again at \d\d:\d\d:\d\d\./);
  await details.getByRole('button', { name: 'Stop asking' }).click();
  await expect(details.getByRole('status').first()).toContainText('Stopped after asking');
});

test('mail and list carry the link; a taken port is said', async () => {
  const taken = await occupy(48_621);
  try {
    const details = await withCustomer();
    await expect(details).toContainText('Port 48621 is taken.');
    await pilot.goTo('Settings');
    await app.page.getByLabel('Name of your app').fill('Northgate Incident Desk');
    await app.page.getByRole('button', { name: 'Save mail' }).click();
    await expect(pilot.notice('Consent mail saved')).toBeVisible();

    await pilot.goTo('Tenants');
    await pilot.openTenant('Gamma customer');
    await details.getByRole('button', { name: 'Copy mail' }).click();
    await app.page.getByRole('menuitem', { name: 'In Swedish' }).click();
    await expect.poll(() => pilot.clipboard()).toMatch(/^Ämne: .*Gamma customer[\s\S]*Northgate Incident Desk[\s\S]*adminconsent\?/);

    await details.getByRole('button', { name: 'QR code of Admin-consent link' }).click();
    await expect(app.page.getByRole('img', { name: 'QR code: Admin-consent link for Gamma customer' })).toBeVisible();
    await app.page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await details.getByRole('button', { name: 'Copy older admin-consent link' }).click();
    await expect.poll(() => pilot.clipboard()).toContain(`/${customer.tenantId}/adminconsent?client_id=`);

    const file = join(home, 'links.csv');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
    await app.page.getByRole('button', { name: 'Links as CSV…' }).click();
    await expect(pilot.notice('1 consent link saved')).toBeVisible();
    expect(readFileSync(file, 'utf8')).toContain(`"Gamma customer","${customer.tenantId}"`);
    await expect(history(details)).toContainText('Link exported in a list');
  } finally {
    taken?.close();
  }
});

/** Takes a port, unless somebody has it already. */
function occupy(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
