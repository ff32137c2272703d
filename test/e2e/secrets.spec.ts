import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { searchFolder } from '../support/folder-search';
import { Pilot } from '../support/pilot';
import { countInMemory } from '../support/process-memory';

let sandbox: Sandbox;
let app: RunningApp;

test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
});

test('@promise the client secret and the tokens are nowhere but in the keychain and in trusted memory', async () => {
  sandbox = await startSandbox({ tenants: 6, incidents: 20 });
  const home = freshHome();
  const customer = sandbox.tenants.find((tenant) => tenant.state === 'consented');
  if (!customer) throw new Error('The sandbox has no consented tenant');
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  const pilot = new Pilot(app.electron, app.page);

  // A refused secret, typed first, must leave no more traces than the right one.
  await app.page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  const refused = 'Wrong~planted-secret.value_0123456789abcdef';
  await pilot.enterSecret(refused);
  await expect(app.page.getByText(/refused/i).first()).toBeVisible();
  await pilot.enterSecret(sandbox.partner.clientSecret, 'Replace secret…');
  await expect(app.page.getByText(/accepted/i).first()).toBeVisible();

  await pilot.goTo('Tenants');
  await pilot.addTenant(customer.domain, 'Planted Marker Customer');
  const details = await pilot.openTenant('Planted Marker Customer');
  await details.getByRole('button', { name: 'Get token' }).click();
  await expect(details).toContainText('Incident.Read.All');
  await details.getByRole('button', { name: 'Read now' }).click();
  await expect(pilot.tenantRow('Planted Marker Customer')).toContainText('Fresh');

  const tokenHead = await headOfTokens(customer.tenantId);
  const planted = [sandbox.partner.clientSecret, refused, tokenHead];

  // The page's process: its whole memory. The marker shows that the search finds what is there.
  const page = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
  );
  expect(page).toHaveLength(1);
  const [pid] = page;
  if (pid === undefined) throw new Error('The window has no process');
  expect(countInMemory(pid, 'Planted Marker Customer')).toBeGreaterThan(0);
  for (const text of planted) expect(countInMemory(pid, text)).toBe(0);

  // No other page process is left, so no secret window either.
  expect(rendererProcesses(home)).toEqual([pid]);

  // Command lines and environments of every process of this app.
  for (const process of processesOf(home)) for (const text of planted) expect(process.commandAndEnvironment).not.toContain(text);

  // What was printed, and every file: user data, logs, store, keyring (which is encrypted by the keyring daemon).
  const printed = app.output();
  await app.close();
  for (const text of planted) expect(printed).not.toContain(text);
  const search = searchFolder(home, planted);
  expect(search.hits).toEqual([]);
  expect(search.filesRead).toBeGreaterThan(5);
  expect(searchFolder(`${home}/tenantry/profiles`, ['Planted Marker Customer', 'SQLite format 3']).hits).toEqual([]);
});

/** Every token the sandbox signs begins alike: the header of one is the mark of all. */
async function headOfTokens(tenantId: string): Promise<string> {
  const { clientId, clientSecret } = sandbox.partner;
  const answer = await fetch(`${sandbox.url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
      scope: 'https://api.security.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const head = token.split('.')[0];
  if (!head || head.length < 40) throw new Error('The sandbox gave no token to compare with');
  return head;
}

function processesOf(home: string): { pid: number; commandAndEnvironment: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const commandLine = readFileSync(`/proc/${name}/cmdline`, 'latin1');
        const environment = readFileSync(`/proc/${name}/environ`, 'latin1');
        return (commandLine + environment).includes(home) ? [{ pid: Number(name), commandAndEnvironment: commandLine + environment }] : [];
      } catch {
        return [];
      }
    });
}

const rendererProcesses = (home: string) =>
  processesOf(home)
    .filter(({ commandAndEnvironment }) => commandAndEnvironment.includes('--type=renderer'))
    .map(({ pid }) => pid);
