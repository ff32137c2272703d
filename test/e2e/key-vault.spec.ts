import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { freshHome, launchApp, type RunningApp } from '../support/app';
import { giveToAppUser } from '../support/app-user';
import { searchFolder } from '../support/folder-search';
import { imitateKeyVault, type KeyVaultImitation } from '../support/key-vault';
import { pfxOf, selfSigned } from '../support/openssl';
import { Pilot } from '../support/pilot';
import { countInMemory } from '../support/process-memory';

let sandbox: Sandbox;
let vault: KeyVaultImitation;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 12 });
  vault = await imitateKeyVault(sandbox);
  home = freshHome();
  vault.trustIn(home);
  await start();
});
test.afterEach(async () => {
  await app?.close();
  await vault.close();
  await sandbox.close();
});

/** Starts the app with the imitation's cloud. Pages it would open in a browser are kept instead. */
async function start(): Promise<void> {
  const file = join(home, 'cloud.json');
  writeFileSync(file, JSON.stringify(vault.cloud));
  giveToAppUser(file, 0o600);
  app = await launchApp({ home, args: [`--cloud=${file}`] });
  pilot = new Pilot(app.electron, app.page);
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
}

/** The page the app opened last in the browser. */
async function openedPage(): Promise<string> {
  const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));
  let page: string | undefined;
  await expect
    .poll(async () => {
      page = (await opened()).at(-1) ?? page;
      return page;
    })
    .toBeTruthy();
  return page ?? '';
}

const inUse = () => app.page.getByRole('region', { name: 'Credential in use' });
const further = () => app.page.getByRole('region', { name: 'Further credentials' });
const button = (name: string) => app.page.getByRole('button', { name, exact: true });

async function enterApp(): Promise<void> {
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
}

/** Types an identifier and signs in. */
async function useKeyVault(identifier: string): Promise<void> {
  await button('Use Azure Key Vault…').click();
  await app.page.getByRole('dialog').getByRole('textbox', { name: 'Secret identifier' }).fill(identifier);
  await button('Sign in and read').click();
}

test('@promise a secret in Key Vault is read with the analyst’s sign-in and is in the memory of main only', async () => {
  vault.secrets.set('partner-secret', {
    value: sandbox.partner.clientSecret,
    expires: Math.floor(Date.now() / 1000) + 10 * 24 * 3600 + 60,
  });
  await enterApp();
  await useKeyVault(`${vault.vaultUrl}/secrets/partner-secret`);
  const page = await openedPage();
  expect(page).toContain(`${vault.cloud.loginBase}/${sandbox.partner.homeTenantId}/oauth2/v2.0/authorize`);
  expect(await vault.signIn(page)).toBe(200);
  await expect(inUse()).toContainText('Accepted');
  await expect(inUse()).toContainText('read into memory until Tenantry closes');
  await expect(app.page.getByText('expires in 10 days').first()).toBeVisible();

  // A changed purpose makes a new connection, and asks for no second sign-in.
  await app.page.getByRole('checkbox', { name: /Hunt/ }).click();
  await button('Check again').or(button('Check now')).click();
  await expect(inUse()).toContainText('Accepted');
  expect(vault.reads()).toBe(1);

  const pids = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  );
  for (const pid of pids) {
    expect(countInMemory(pid, 'partner-secret')).toBeGreaterThan(0);
    expect(countInMemory(pid, sandbox.partner.clientSecret)).toBe(0);
  }
  await app.close();
  const search = searchFolder(home, [sandbox.partner.clientSecret, 'vault-token-']);
  expect(search.filesRead).toBeGreaterThan(5);
  expect(search.hits).toEqual([]);

  // After a restart nobody is signed in: said once, and nothing is opened by itself.
  await start();
  await expect(app.page.getByText('Sign in to Azure Key Vault').first()).toBeVisible();
  await pilot.goTo('Partner app');
  await expect(inUse()).toContainText('not read in this session');
  expect(await app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
  await inUse().getByRole('button', { name: 'Sign in and read' }).click();
  await vault.signIn(await openedPage());
  await expect(inUse()).toContainText('Accepted');
});

test('what Key Vault refuses is said, and a certificate kept there takes over from a secret', async () => {
  await pilot.connectPartnerApp(sandbox.partner);
  const identifier = `${vault.vaultUrl}/secrets/partner`;
  await button('Use Azure Key Vault…').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Secret identifier' }).fill('my-vault/partner');
  await button('Sign in and read').click();
  await expect(dialog).toContainText('This is not a secret identifier');

  const refusals = [
    [
      { status: 403, code: 'Forbidden', message: 'Caller is not authorized to perform action on resource.' },
      'You may not read this secret',
    ],
    [{ status: 403, code: 'Forbidden', message: 'Operation get is not allowed on a disabled secret.' }, 'The secret is disabled'],
    [undefined, 'There is no such secret'],
  ] as const;
  for (const [refuse, words] of refusals) {
    if (refuse) vault.secrets.set('partner', { value: 'never shown', refuse });
    else vault.secrets.delete('partner');
    await dialog.getByRole('textbox', { name: 'Secret identifier' }).fill(identifier);
    await button('Sign in and read').click();
    await vault.signIn(await openedPage());
    await expect(dialog).toContainText(words);
    await expect(dialog).not.toContainText('never shown');
  }

  // A certificate of Key Vault is served as PFX in base64.
  const files = selfSigned();
  sandbox.control.addCertificate(files.certificate.toString());
  vault.secrets.set('partner', { value: pfxOf(files, '').toString('base64'), contentType: 'application/x-pkcs12' });
  await button('Sign in and read').click();
  await vault.signIn(await openedPage());
  await expect(dialog).toHaveCount(0);
  await button('Prove').click();
  await expect(further().getByRole('status', { name: 'Proof' })).toContainText('Accepted');
  await button('Use this one').click();
  await expect(inUse().getByRole('heading', { name: 'Azure Key Vault' })).toBeVisible();
  sandbox.control.setCredential('wrong');
  await button('Check now').click();
  await expect(inUse()).toContainText('Accepted');
});

test('a vault whose certificate this computer does not trust is not talked to', async () => {
  await app.close();
  home = freshHome();
  await start();
  await enterApp();
  await useKeyVault(`${vault.vaultUrl}/secrets/partner-secret`);
  await expect(app.page.getByRole('dialog')).toContainText('cannot be reached');
  expect(vault.reads()).toBe(0);
});
