import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp } from '../support/app';
import { giveToAppUser } from '../support/app-user';
import { searchFolder } from '../support/folder-search';
import { type CertificateFiles, pfxOf, selfSigned } from '../support/openssl';
import { Pilot } from '../support/pilot';
import { countInMemory } from '../support/process-memory';

const PASSWORD = 'planted-Pfx-password-7261';
let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 12, incidents: 12 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

const inUse = () => app.page.getByRole('region', { name: 'Credential in use' });
const further = () => app.page.getByRole('region', { name: 'Further credentials' });
const button = (name: string) => app.page.getByRole('button', { name, exact: true });

/** Answers the next file dialogs with these paths. */
async function chooseFiles(filePaths: string[]): Promise<void> {
  await app.electron.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths[0] ?? '' });
  }, filePaths);
}

function fileInHome(name: string, content: Buffer): string {
  const path = join(home, name);
  writeFileSync(path, content);
  giveToAppUser(path, 0o600);
  return path;
}

/** Imports a protected file, with a wrong password first. */
async function importPfx(files: CertificateFiles): Promise<Page> {
  await chooseFiles([fileInHome('partner.pfx', pfxOf(files, PASSWORD))]);
  const opened = app.electron.waitForEvent('window');
  await button('Import certificate…').click();
  const prompt = await opened;
  await expect(prompt.getByText('partner.pfx')).toBeVisible();
  await prompt.getByLabel('Password', { exact: true }).fill('not this one');
  await prompt.getByRole('button', { name: 'Open file' }).click();
  await expect(prompt.getByText('This password does not open the file')).toBeVisible();
  await prompt.getByLabel('Password', { exact: true }).fill(PASSWORD);
  const closed = prompt.waitForEvent('close');
  // The window may be gone before the key is up.
  const pressed = prompt
    .getByLabel('Password', { exact: true })
    .press('Enter')
    .catch((error: unknown) => {
      if (!prompt.isClosed()) throw error;
    });
  await closed;
  await pressed;
  return prompt;
}

test('a certificate made here is uploaded, accepted, and carries a consent to its token', async () => {
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  await button('Make a certificate…').click();
  await app.page.getByRole('dialog').getByLabel('Valid for').selectOption('6');
  await button('Make certificate').click();
  // Not uploaded yet: refused, with what to do.
  await expect(inUse()).toContainText('Refused');
  await expect(inUse()).toContainText('CN=Tenantry Partner app');

  const exported = join(home, 'public.cer');
  await chooseFiles([exported]);
  await button('Save public certificate…').click();
  await expect.poll(() => readFileSync(exported, { encoding: 'utf8', flag: 'a+' })).toContain('-----END CERTIFICATE-----');
  const pem = readFileSync(exported, 'utf8');
  expect(pem).not.toContain('PRIVATE');
  sandbox.control.addCertificate(pem);
  await button('Check again').click();
  await expect(inUse()).toContainText('Accepted');

  const waiting = sandbox.tenants.find(({ state }) => state === 'notConsented');
  if (!waiting) throw new Error('The sandbox has no tenant to consent');
  await pilot.goTo('Tenants');
  await pilot.addTenant(waiting.domain, 'Gamma customer');
  const details = await pilot.openTenant('Gamma customer');
  await details.getByRole('button', { name: 'Copy admin-consent link' }).click();
  await expect.poll(() => pilot.clipboard()).toContain(waiting.tenantId);
  const browser = await openBrowser(home, await pilot.clipboard());
  await browser.page.getByRole('button', { name: 'Accept' }).click();
  await browser.page.waitForURL(/admin_consent=True/i);
  await browser.close();
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details).toContainText('Incident.Read.All');
});

test('@promise a secret is changed for a certificate without a gap, and neither key nor password reaches the page', async () => {
  const customer = sandbox.tenants.find(({ state }) => state === 'consented');
  if (!customer) throw new Error('The sandbox has no consented tenant');
  await pilot.connectPartnerApp(sandbox.partner);
  await expect(inUse()).toContainText('Accepted');
  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Alpha customer');
  await pilot.goTo('Partner app');

  const files = selfSigned({ key: 'rsa:4096' });
  await importPfx(files);
  await expect(further()).toContainText('Thumbprint');
  await expect(inUse().getByRole('heading', { name: 'Client secret' })).toBeVisible();

  // Not uploaded yet: the proof fails, and nothing can be switched.
  await button('Prove').click();
  await expect(further().getByRole('status', { name: 'Proof' })).toContainText('Refused');
  await expect(further()).toContainText('AADSTS700027');
  await expect(button('Use this one')).toBeDisabled();
  await expect(inUse().getByRole('heading', { name: 'Client secret' })).toBeVisible();

  sandbox.control.addCertificate(files.certificate.toString());
  await button('Prove again').click();
  await expect(further().getByRole('status', { name: 'Proof' }).getByText('Accepted')).toHaveCount(2);
  await button('Use this one').click();
  await expect(inUse().getByRole('heading', { name: 'Certificate' })).toBeVisible();
  await further().getByRole('button', { name: 'Remove' }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(further().getByRole('article')).toHaveCount(0);

  // The old secret may now end: tokens come by the certificate.
  sandbox.control.setCredential('expired');
  await pilot.goTo('Tenants');
  const details = await pilot.openTenant('Alpha customer');
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details).toContainText('Incident.Read.All');

  const keyLine = files.key.toString().split('\n')[5] ?? '';
  expect(keyLine).toHaveLength(64);
  const planted = [PASSWORD, keyLine];
  const pids = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  );
  expect(pids).toHaveLength(1);
  for (const pid of pids) {
    expect(countInMemory(pid, 'Alpha customer')).toBeGreaterThan(0);
    for (const text of planted) expect(countInMemory(pid, text)).toBe(0);
  }
  const printed = app.output();
  await app.close();
  for (const text of planted) expect(printed).not.toContain(text);
  const search = searchFolder(home, planted);
  expect(search.filesRead).toBeGreaterThan(5);
  expect(search.hits).toEqual([]);
});

test('without a keychain a certificate is in memory only, says so, and leaves nothing on disk', async () => {
  await app.close();
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`], keyring: 'none' });
  pilot = new Pilot(app.electron, app.page);
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  await expect(inUse()).toContainText('It will be kept in memory only');
  const files = selfSigned();
  sandbox.control.addCertificate(files.certificate.toString());
  // Outside the home that is searched afterwards.
  const source = join(mkdtempSync(join(tmpdir(), 'tenantry-import-')), 'both.pem');
  writeFileSync(source, Buffer.concat([files.certificate, files.key]));
  giveToAppUser(dirname(source), 0o700);
  giveToAppUser(source, 0o600);
  await chooseFiles([source]);
  await button('Import certificate…').click();
  await expect(inUse()).toContainText('Accepted');
  await expect(inUse()).toContainText('Memory only, until Tenantry closes');
  await app.close();
  const lines = files.key.toString().split('\n');
  const search = searchFolder(home, [lines[3] ?? '', lines[9] ?? '', 'BEGIN PRIVATE KEY']);
  expect(search.filesRead).toBeGreaterThan(3);
  expect(search.hits).toEqual([]);
});

test('files that are no credential say why, and the end of a secret is counted down', async () => {
  await pilot.connectPartnerApp(sandbox.partner);
  const { certificate } = selfSigned();
  for (const [name, content, words] of [
    ['alone.pem', certificate, 'The certificate comes without its private key'],
    ['picture.pfx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'This is not a certificate'],
    ['foreign.pem', Buffer.concat([certificate, selfSigned().key]), 'The private key does not belong to this certificate'],
  ] as const) {
    await chooseFiles([fileInHome(name, content)]);
    await button('Import certificate…').click();
    await expect(further().getByText(words)).toBeVisible();
    await expect(further()).toContainText(name);
  }

  const day = (ahead: number) => new Date(Date.now() + ahead * 24 * 3_600_000).toLocaleDateString('sv-SE');
  const field = inUse().getByLabel('Expires on');
  const notice = app.page.getByText(/the client secret (has )?expire/);
  for (const [ahead, words] of [
    [60, null],
    [20, 'expires in 19 days'],
    [2, 'expires in 1 day'],
    [0, 'has expired'],
  ] as const) {
    await field.fill(day(ahead));
    // A key would move within the field, from day to month.
    await field.blur();
    if (words) await expect(notice.first()).toContainText(`Partner app: the client secret ${words}`);
    else await expect(notice).toHaveCount(0);
  }
  await expect(inUse()).toContainText('Expired');

  // It is known after a restart.
  await app.close();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  await expect(app.page.getByText('the client secret has expired').first()).toBeVisible();
});
