import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { tick, untick } from '../support/tick';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;
let guide: Locator;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 5 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  guide = app.page.getByRole('region', { name: 'Registration guide' });
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

const register = (patch: Parameters<Sandbox['control']['setRegistration']>[1]) =>
  sandbox.control.setRegistration(sandbox.partner.clientId, patch);
const step = (name: string) => guide.getByRole('listitem', { name, exact: true });
const check = async () => {
  await guide.getByRole('button', { name: /^Check all steps/ }).click();
  await expect(guide.getByRole('button', { name: 'Check all steps again' })).toBeEnabled();
};
const summary = () => guide.getByRole('status', { name: 'Registration check' });
const manifest = async () => JSON.parse(await guide.getByRole('region', { name: 'Manifest' }).innerText()) as Record<string, unknown>;

test('from an empty profile to a registration that is in place, with its faults cured on the way', async () => {
  // What the registration lacks is told before there is one: nothing is saved yet.
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await expect(guide.getByRole('button', { name: 'Check all steps' })).toBeDisabled();
  await tick(guide.getByRole('checkbox', { name: 'Hunt' }));
  const roles = guide.getByRole('table', { name: 'Permissions to add' }).getByRole('row');
  await expect(roles).toHaveCount(3);
  await expect(roles.nth(2)).toContainText('AdvancedHunting.Read.All');
  await guide.getByLabel('Customers see it as').fill("O'Neill's desk");
  await guide.getByRole('tab', { name: 'Azure CLI' }).click();
  await guide.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => pilot.clipboard()).toContain(`name='O'\\''Neill'\\''s desk'`);
  expect(await pilot.clipboard()).toContain("'http://localhost:");
  await guide.getByRole('tab', { name: 'Microsoft Graph (PowerShell)' }).click();
  const file = join(home, 'register.ps1');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await guide.getByRole('button', { name: 'Save as…' }).click();
  await expect(pilot.notice('Microsoft Graph (PowerShell) saved')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('"displayName": "O\'Neill\'s desk"');

  // Registered, but for one tenant, without the hunting permission and our own address, and with a secret that is none.
  const addresses = await guide.locator('.redirect-list li').allInnerTexts();
  register({ multitenant: false, permissions: ['Incident.Read.All'], redirectUris: addresses.slice(0, 1).map((one) => one.trim()) });
  await pilot.fillPartnerApp(sandbox.partner);
  await pilot.enterSecret('Wrong8Q~secretsecretsecretsecretsecret01');
  // What was chosen before there was an app is its purpose now.
  await expect(guide.getByRole('checkbox', { name: 'Hunt' })).toBeChecked();
  await check();
  await expect(step('Client secret or certificate')).toContainText('its Secret ID was copied instead of its Value');
  await expect(step('Account type')).toContainText('AADSTS50194');
  await expect(step('Redirect URIs')).toContainText('not registered');
  await expect(summary()).toContainText('0 of 5 steps are in place.');

  await pilot.enterSecret(sandbox.partner.clientSecret, 'Replace secret…');
  await check();
  await expect(step('Application')).toContainText('In place');
  await expect(step('API permissions')).toContainText('lacks AdvancedHunting.Read.All');
  await expect(summary()).toHaveText('2 of 5 steps are in place. Missing: Account type, Redirect URIs, API permissions.');

  // Cured: only the account type still waits for the proof a customer gives.
  register({ multitenant: true, permissions: ['Incident.Read.All', 'AdvancedHunting.Read.All'], redirectUris: null });
  await check();
  await expect(summary()).toHaveText('4 of 5 steps are in place. Cannot be checked from here: Account type.');
  const customer = sandbox.tenants.find(({ state }) => state === 'consented');
  if (!customer) throw new Error('The sandbox has no consented tenant');
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Alpha customer');
  await pilot.goTo('Partner app');
  await check();
  await expect(summary()).toHaveText('All 5 steps are in place.');
  await expect(step('Account type')).toContainText('Entra gave a token of Alpha customer');
});

test('what the app is for is kept, and what was seen before is not said of it', async () => {
  await pilot.connectPartnerApp(sandbox.partner);
  await check();
  await expect(step('API permissions')).toContainText('In place');
  await tick(guide.getByRole('checkbox', { name: 'Microsoft Graph' }));
  await expect(step('API permissions')).toContainText('Not checked');
  expect((await manifest()).requiredResourceAccess).toHaveLength(2);
  await check();
  await expect(step('API permissions')).toContainText('Microsoft Graph: the registration asks for no permission of it.');
  register({ permissions: ['Incident.Read.All', 'SecurityIncident.Read.All'] });
  await check();
  await expect(step('API permissions')).toContainText('In place');

  await app.close();
  app = await launchApp({ home, args: [`--cloud=${join(home, 'cloud.json')}`] });
  pilot = new Pilot(app.electron, app.page);
  guide = app.page.getByRole('region', { name: 'Registration guide' });
  await pilot.goTo('Partner app');
  await expect(guide.getByRole('checkbox', { name: 'Microsoft Graph' })).toBeChecked();
  // One API stays chosen.
  await untick(guide.getByRole('checkbox', { name: 'Defender XDR API' }));
  await expect(guide.getByRole('checkbox', { name: 'Microsoft Graph' })).toBeDisabled();
});
