import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, type Keyring, launchApp, type RunningApp, userDataOf } from '../support/app';
import { Pilot } from '../support/pilot';
import { searchFolder } from '../support/folder-search';

let sandbox: Sandbox;
let app: RunningApp;
let home: string;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 6, incidents: 20 });
  home = freshHome();
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

async function start(keyring: Keyring): Promise<Pilot> {
  app = await launchApp({ home, keyring, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  return new Pilot(app.electron, app.page);
}

async function withOneCustomer(pilot: Pilot): Promise<void> {
  const customer = sandbox.tenants.find((tenant) => tenant.state === 'consented');
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer?.domain ?? '', 'Kept customer');
}

const storeFile = () => {
  const profiles = join(userDataOf(home), 'profiles');
  const [profile] = readdirSync(profiles);
  return join(profiles, profile ?? '', 'tenantry.db');
};

test('without a keyring: session only, said on screen, everything works, nothing is written', async () => {
  const pilot = await start('none');
  await expect(app.page.getByText('Session-only mode: no keychain answers on this computer.')).toBeVisible();
  await withOneCustomer(pilot);
  const details = await pilot.openTenant('Kept customer');
  await details.getByRole('button', { name: 'Read now' }).click();
  await expect(pilot.tenantRow('Kept customer')).toContainText('Fresh');
  await app.close();
  expect(searchFolder(home, ['Kept customer', sandbox.partner.clientId, sandbox.partner.clientSecret]).hits).toEqual([]);

  await start('none');
  await expect(app.page.getByRole('button', { name: 'Connect your partner app' })).toBeVisible();
});

test('with a locked keyring: the store stays closed and whole, and opens again when the keyring does', async () => {
  await withOneCustomer(await start('unlocked'));
  await app.close();
  const before = readFileSync(storeFile());

  await start('locked');
  await expect(app.page.getByText('Session-only mode: the keychain is locked.')).toBeVisible();
  await expect(app.page.getByText('Kept customer')).toHaveCount(0);
  await app.close();
  expect(readFileSync(storeFile()).equals(before)).toBe(true);

  const pilot = await start('unlocked');
  await pilot.goTo('Tenants');
  await expect(pilot.tenantRow('Kept customer')).toBeVisible();
});

test('a damaged store is named and kept as it is', async () => {
  await withOneCustomer(await start('unlocked'));
  await app.close();
  const file = storeFile();
  const content = readFileSync(file);
  randomBytes(256).copy(content, 600);
  writeFileSync(file, content);

  await start('unlocked');
  await expect(app.page.getByText('The store is damaged.')).toBeVisible();
  await expect(app.page.getByText(file)).toBeVisible();
  await app.close();
  expect(readFileSync(file).equals(content)).toBe(true);
});

test('a store of another key, and a store whose key is gone, are named and kept as they are', async () => {
  await withOneCustomer(await start('unlocked'));
  await app.close();
  const file = storeFile();
  const content = readFileSync(file);

  // The keychain lost the key.
  const keyrings = join(home, '.local/share/keyrings');
  renameSync(keyrings, `${keyrings}-away`);
  await start('unlocked');
  await expect(app.page.getByText('The key of the store is missing in the keychain.')).toBeVisible();
  await app.close();
  expect(readFileSync(file).equals(content)).toBe(true);

  // The keychain has another key: a store made anew in between.
  renameSync(file, `${file}-away`);
  renameSync(`${file}.keycheck`, `${file}.keycheck-away`);
  await withOneCustomer(await start('unlocked'));
  await app.close();
  renameSync(`${file}-away`, file);
  renameSync(`${file}.keycheck-away`, `${file}.keycheck`);
  await start('unlocked');
  await expect(app.page.getByText('The store cannot be opened with the key of this computer.')).toBeVisible();
  await app.close();
  expect(readFileSync(file).equals(content)).toBe(true);
});

test('a second instance says so and leaves the first alone', async () => {
  const pilot = await start('unlocked');
  const second = launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  await expect(second).rejects.toThrow();
  await expect(app.page.getByRole('button', { name: 'Connect your partner app' })).toBeVisible();
  await withOneCustomer(pilot);
});
