import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp, userDataOf } from '../support/app';
import { Pilot } from '../support/pilot';

/** Processes of the app that end, hang or outlive their time: the page says so, and nothing stays behind. */
let sandbox: Sandbox;
let app: RunningApp;
let home: string;

const NAMES = ['Customer one', 'Customer two'];

async function start(options: SandboxOptions = {}): Promise<Pilot> {
  sandbox = await startSandbox({ tenants: 6, incidents: 300, ...options });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  return new Pilot(app.electron, app.page);
}

async function startWithCustomers(options?: SandboxOptions): Promise<Pilot> {
  const pilot = await start(options);
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  const customers = sandbox.tenants.filter(({ state }) => state === 'consented');
  for (const [index, name] of NAMES.entries()) await pilot.addTenant(customers[index]?.domain ?? '', name);
  return pilot;
}

test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

const refresh = () => app.page.getByRole('button', { name: 'Refresh' }).first().click();

async function endProcess(name: string, signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): Promise<void> {
  const processes = await app.electron.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid, name: own }) => ({ pid, name: own })),
  );
  const found = processes.find((one) => one.name === name);
  if (!found) throw new Error(`There is no process "${name}" among ${processes.map((one) => one.name).join(', ')}`);
  process.kill(found.pid, signal);
}

/** Ids of the app's processes, found by the folder of its data on their command line. */
function processesLeft(): string[] {
  const mark = `--user-data-dir=${userDataOf(home)}`;
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0').includes(mark);
    } catch {
      return false;
    }
  });
}

/** Closes the window as its own button does, and waits until no process is left. */
async function closesWithin(ms: number): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows().filter((window) => !window.isModal());
    setImmediate(() => main?.close());
  });
  await expect.poll(processesLeft, { timeout: ms }).toEqual([]);
}

test('a store process that ends is said, shows nothing as known, and is opened again with all it held', async () => {
  const pilot = await startWithCustomers();
  await refresh();
  await expect(pilot.coverage()).toContainText('2 of 2');
  await endProcess('Tenantry store');
  await expect(app.page.getByText('The store stopped unexpectedly.')).toBeVisible();
  await expect(app.page.getByText('Fresh', { exact: true })).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Open again' }).click();
  await expect(app.page.getByText('The store stopped unexpectedly.')).toHaveCount(0);
  for (const name of NAMES) await expect(pilot.tenantRow(name)).toContainText('Fresh');
});

test('a reading process that ends leaves tenants that failed, not clean ones, and the next read mends them', async () => {
  const pilot = await startWithCustomers();
  await refresh();
  await expect(pilot.coverage()).toContainText('2 of 2');
  sandbox.control.fault({ match: 'incidents', hang: true });
  await refresh();
  await expect(app.page.getByText(/^Reading 0 of 2 tenants/)).toBeVisible();
  await endProcess('Tenantry incident reader');
  for (const name of NAMES) await expect(pilot.tenantRow(name)).not.toContainText('Fresh');
  await expect(pilot.coverage()).toContainText('0 of 2');
  sandbox.control.clearFaults();
  await refresh();
  await expect(pilot.coverage()).toContainText('2 of 2');
});

test('a keychain process that ends is started again when a secret is needed', async () => {
  const pilot = await start();
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  await pilot.enterSecret('Wrong8Q~secretsecretsecretsecretsecret01');
  await expect(app.page.getByText(/refused/i).first()).toBeVisible();
  await endProcess('Tenantry keychain');
  await pilot.enterSecret(sandbox.partner.clientSecret, 'Replace secret…');
  await expect(app.page.getByText(/accepted/i).first()).toBeVisible();
});

test('a page process that ends is replaced, at the place where it was', async () => {
  await startWithCustomers();
  const pageProcess = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents && !contents.isCrashed() && !contents.isLoading() ? contents.getOSProcessId() : 0;
    });
  const before = await pageProcess();
  process.kill(before, 'SIGKILL');
  await expect.poll(async () => ![0, before].includes(await pageProcess())).toBe(true);
  const seen = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(seen).toContain(NAMES[0]);
});

test('closing the window in the middle of a read ends everything', async () => {
  await startWithCustomers();
  sandbox.control.fault({ match: 'incidents', hang: true });
  await refresh();
  await expect(app.page.getByText(/^Reading 0 of 2 tenants/)).toBeVisible();
  await closesWithin(5_000);
});

test('closing the window ends everything within seconds, also while the store hangs', async () => {
  await startWithCustomers();
  await endProcess('Tenantry store', 'SIGSTOP');
  await closesWithin(10_000);
});

test('closing the window while a keychain does not answer ends everything, and is no failure to start', async () => {
  sandbox = await startSandbox({ tenants: 6 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`], keyring: 'silent' });
  await closesWithin(10_000);
  expect(app.output()).not.toContain('could not start');
});

test('closing the window ends the secret window with it', async () => {
  const pilot = await start();
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  await pilot.openSecretWindow();
  await closesWithin(5_000);
});

test('@promise there is one secret window, and none outlives the profile it was opened for', async () => {
  const pilot = await start();
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  // The page is not trusted: it may call what no button offers.
  const asked = app.page.evaluate(async () => {
    interface Answer {
      ok: boolean;
      error?: { code: string };
      value?: { partnerApps: { appId: string }[] };
    }
    const { tenantry } = globalThis as unknown as { tenantry: { call(name: string, input?: unknown): Promise<Answer> } };
    const [saved] = (await tenantry.call('app.status')).value?.partnerApps ?? [];
    const enter = () => tenantry.call('credential.enterSecret', { appId: saved?.appId, replacing: null });
    return Promise.all([enter(), enter()]);
  });
  await expect.poll(windows).toBe(2);
  await callPage('profile.openSandbox');
  expect(await windows()).toBe(1);
  expect((await asked).map(({ error }) => error?.code)).toEqual(['cancelled', 'cancelled']);
});

test('@promise changes of profile asked for at once happen one after the other, in their order', async () => {
  await start();
  const kinds = await app.page.evaluate(async () => {
    const { tenantry } = globalThis as unknown as { tenantry: { call(name: string): Promise<{ value: { profile: { kind: string } } }> } };
    const changes = ['profile.openSandbox', 'profile.leaveSandbox', 'profile.openSandbox', 'profile.leaveSandbox', 'profile.openSandbox'];
    await Promise.all(changes.map((name) => tenantry.call(name)));
    return (await tenantry.call('app.status')).value.profile.kind;
  });
  expect(kinds).toBe('sandbox');
  const names = await app.electron.evaluate(({ app: running }) => running.getAppMetrics().map(({ name }) => name ?? ''));
  expect(names.filter((name) => name === 'Tenantry store')).toHaveLength(1);
  expect(names.filter((name) => name === 'Tenantry sandbox cloud')).toHaveLength(1);
});

function callPage(name: string): Promise<unknown> {
  return app.page.evaluate(
    (wanted) => (globalThis as unknown as { tenantry: { call(name: string): Promise<unknown> } }).tenantry.call(wanted),
    name,
  );
}
