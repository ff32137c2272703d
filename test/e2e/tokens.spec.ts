import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { findings } from '../support/accessibility';
import { cloudFileOf, freshHome, launchApp, openBrowser, type RunningApp, userDataOf } from '../support/app';
import { Pilot } from '../support/pilot';
import { tick } from '../support/tick';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 5 });
  home = freshHome();
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
});
test.afterEach(async () => {
  await app.close();
  await sandbox.close();
});

const region = (name: string) => app.page.getByRole('region', { name, exact: true });
const row = (table: string, name: string): Locator =>
  app.page
    .getByRole('table', { name: table, exact: true })
    .getByRole('row')
    .filter({ has: app.page.getByRole('rowheader', { name, exact: true }) });

/** Pictures for people, where TENANTRY_SCREENSHOTS names a folder. */
async function picture(name: string): Promise<void> {
  const folder = process.env.TENANTRY_SCREENSHOTS;
  if (!folder) return;
  for (const colorScheme of ['dark', 'light'] as const) {
    await app.page.emulateMedia({ colorScheme });
    await app.page.screenshot({ path: join(folder, `tokens-${name}-${colorScheme}.png`) });
  }
}

/** A token as one of Microsoft's samples gets it: for whatever it asks for. */
async function tokenFor(scope: string): Promise<string> {
  const { clientId, clientSecret } = sandbox.partner;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope });
  const answer = await fetch(`${sandbox.url}/${firstTenant().tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

function firstTenant() {
  const tenant = sandbox.tenants.find(({ state }) => state === 'consented');
  if (!tenant) throw new Error('The sandbox has no consented tenant');
  return tenant;
}

test('a tenant’s token and pasted ones, in words', async () => {
  const tenant = firstTenant();
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(tenant.domain, 'Alpha customer');

  // From the tenant: nothing is held yet, then all of it in words.
  const details = await pilot.openTenant('Alpha customer');
  await details.getByRole('button', { name: 'Inspect token' }).click();
  await expect(app.page.getByText('No token is held for this tenant and API.')).toBeVisible();
  await app.page.getByRole('button', { name: 'Get token' }).click();
  const what = region('What it is');
  await expect(what).toContainText('This token is for Microsoft Defender XDR');
  await expect(what).toContainText('Alpha customer');
  await expect(what).toContainText('The signature fits');
  await expect(what).toContainText(/UTC · in (59|60) min|UTC · in 1 h/);
  await expect(row('What it allows', 'Read incidents')).toContainText('Granted');
  await expect(row('What it allows', 'Hunt')).toContainText('Granted, not needed');
  await picture('tenant');
  await expect(row('Claims', 'tid')).toContainText(tenant.tenantId);
  await expect(row('Claims', 'tid')).toContainText('The tenant whose data it opens.');
  await expect(row('Claims', 'appidacr')).toContainText('by a client secret');
  await expect(row('Header', 'alg')).toContainText('RS256');
  const token = app.page.url();
  expect(token).toContain(`/tokens/${tenant.tenantId}/`);

  // The same in other tools, beside what Microsoft's page asks for.
  const elsewhere = region('Use it elsewhere');
  await elsewhere.getByRole('tab', { name: 'curl' }).click();
  const script = elsewhere.getByRole('region', { name: 'curl text' });
  await expect(script).toContainText(`# Incidents of Alpha customer (${tenant.tenantId})`);
  await expect(script).toContainText(`${sandbox.url}/${tenant.tenantId}/oauth2/v2.0/token`);
  await expect(elsewhere).toContainText('-k turns the check of certificates off');
  await elsewhere.getByRole('button', { name: 'Copy curl text' }).click();
  await expect.poll(() => pilot.clipboard()).toContain('client_secret@-');
  expect(await pilot.clipboard()).not.toContain(sandbox.partner.clientSecret);
  await elsewhere.scrollIntoViewIfNeeded();
  await picture('elsewhere');

  // Another API of the same tenant: nothing is granted there.
  await app.page.getByRole('combobox', { name: 'API' }).click();
  await app.page.getByRole('option', { name: 'Microsoft Graph' }).click();
  await app.page.getByRole('button', { name: 'Get token' }).click();
  await expect(what).toContainText('This token is for Microsoft Graph');
  await expect(what).toContainText('It carries no permission at all');
  await expect(row('What it allows', 'Read incidents')).toContainText('Not needed');

  // A refused token is gone, but what stood in it can be read.
  const other = sandbox.tenants.find(({ tenantId }) => tenantId !== tenant.tenantId);
  sandbox.control.issueTokenFor(tenant.tenantId, other?.tenantId ?? null);
  await app.page.getByRole('button', { name: 'Get a new token' }).click();
  await expect(what).toContainText('It is of another tenant than asked for');
  await expect(what).toContainText('The token was refused and is not held any more.');
  await expect(row('Claims', 'tid')).toContainText(String(other?.tenantId));
  sandbox.control.issueTokenFor(tenant.tenantId, null);

  // The audience mix-up of Microsoft's samples, with the line breaks of a terminal and "Bearer" before it.
  await app.page.getByRole('tab', { name: 'Pasted token' }).click();
  const field = app.page.getByLabel('Token', { exact: true });
  const read = app.page.getByRole('button', { name: 'Read token' });
  const wrong = await tokenFor('https://securitycenter.onmicrosoft.com/windowsatpservice/.default');
  sandbox.control.clearRequests();
  await field.fill(`Authorization: Bearer ${wrong.replace(/(.{80})/g, '$1\n')}`);
  await read.click();
  await expect(what).toContainText('This token is for Microsoft Defender for Endpoint, not for Defender XDR');
  await expect(what).toContainText('because its audience is https://securitycenter.onmicrosoft.com/windowsatpservice');
  await expect(what).toContainText('The curl sample of Microsoft’s page for partners asks for it.');
  await expect(what).toContainText('Alpha customer');
  await picture('pasted');
  expect(await findings(app.page), 'pasted token').toEqual([]);
  await expect(region('Permissions')).toContainText('Nothing Tenantry does');
  expect(sandbox.control.requests()).toEqual([]);

  // The signature is checked when asked for, by the public keys alone.
  await app.page.getByRole('button', { name: 'Check signature' }).click();
  await expect(what).toContainText('The signature fits');
  expect(sandbox.control.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /${tenant.tenantId}/discovery/keys`]);

  // What is no token is told apart.
  for (const [text, words] of [
    [wrong.slice(0, 200), 'This token was cut off'],
    [wrong.slice(0, -20), 'Its end is missing'],
    [`${wrong.slice(0, 150)}%${wrong.slice(150)}`, 'is not base64url'],
    [sandbox.partner.secretId, 'This is not a JSON Web Token'],
    [`${wrong.split('.')[0]}.a.b.c.d`, 'This token is encrypted'],
  ] as const) {
    await field.fill(text);
    await read.click();
    await expect(what).toContainText(words);
  }

  // Nothing of it stays: not in the log, not in the profile, not on the page.
  const needle = wrong.split('.')[1]?.slice(0, 60) ?? '';
  expect(app.output()).not.toContain(needle);
  const files = readdirSync(userDataOf(home), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes(needle), name).toBe(false);
  await pilot.goTo('Tenants');
  await pilot.goTo('Tokens');
  await app.page.getByRole('tab', { name: 'Pasted token' }).click();
  await expect(field).toHaveValue('');
});

test('a token is copied when asked for twice, and the trail says who did', async () => {
  const tenant = firstTenant();
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(tenant.domain, 'Alpha customer');
  await (await pilot.openTenant('Alpha customer')).getByRole('button', { name: 'Inspect token' }).click();
  await app.page.getByRole('button', { name: 'Get token' }).click();
  await app.page.getByRole('button', { name: 'Copy token…' }).click();
  const dialog = app.page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await app.page.getByRole('button', { name: 'Copy token…' }).click();
  await dialog.getByRole('button', { name: 'Copy token', exact: true }).click();
  await expect.poll(() => pilot.clipboard()).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  const token = await pilot.clipboard();
  const answer = await fetch(`${sandbox.url}/api/incidents`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  expect(await app.page.content()).not.toContain(token.slice(0, 60));

  // A clipboard that takes nothing is said, and noted.
  await app.electron.evaluate(({ clipboard }) => {
    clipboard.writeText = async () => undefined;
  });
  await app.electron.evaluate(({ clipboard }) => clipboard.clear());
  await app.page.getByRole('button', { name: 'Copy token…' }).click();
  await dialog.getByRole('button', { name: 'Copy token', exact: true }).click();
  await expect(app.page.getByText('The clipboard of this computer did not take it.', { exact: false }).first()).toBeVisible();

  await pilot.goTo('Settings');
  const trail = app.page.getByRole('table', { name: 'Audit trail' });
  await expect(trail.getByRole('row')).toHaveCount(5);
  await expect(trail.getByRole('row').last()).toContainText('Credential of a partner app added');
  const line = trail.getByRole('row').nth(3);
  await expect(line).toContainText('Access token copied to the clipboard');
  await expect(line).toContainText('Alpha customer');
  await expect(line).toContainText(tenant.tenantId);
  await expect(trail.getByRole('row').nth(1)).toContainText('the clipboard did not take it');
  await app.page.getByRole('button', { name: 'Check the trail' }).click();
  await expect(region('Audit trail')).toContainText('The trail is whole');

  await region('Audit trail').scrollIntoViewIfNeeded();
  await picture('audit');
  expect(await findings(app.page), 'audit trail').toEqual([]);

  const file = join(home, 'trail.jsonl');
  await app.electron.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await app.page.getByRole('button', { name: 'Export audit trail…' }).click();
  await expect(trail.getByRole('row')).toHaveCount(6);
  const written = readFileSync(file, 'utf8');
  // That it was exported stands in it as well.
  expect(written.trimEnd().split('\n')).toHaveLength(5);
  expect(written).not.toContain('eyJ');
});

test('the partner’s own tenant: the app by itself, and an analyst who signs in in the browser', async () => {
  const { homeTenantId } = sandbox.partner;
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tokens');
  await app.page.getByRole('tab', { name: 'Your own tenant' }).click();
  const what = region('What it is');

  // The check of the credential got one already.
  await expect(what).toContainText('This token is for Microsoft Defender XDR');
  await expect(what).toContainText('An app without a user');
  await expect(row('Claims', 'tid')).toContainText(homeTenantId);
  await expect(region('Use it elsewhere')).toContainText(`# Incidents of your own tenant (${homeTenantId})`);

  // The page of the login service opens in the browser; meanwhile it can be called off.
  await tick(app.page.getByRole('radio', { name: 'An analyst, signed in' }));
  await expect(app.page.getByText('Nobody is signed in.')).toBeVisible();
  const signInLink = await openedLinks();
  await app.page.getByRole('button', { name: 'Sign in…' }).click();
  await expect.poll(signInLink).toContain(`${sandbox.url}/${homeTenantId}/oauth2/v2.0/authorize?`);
  await app.page.getByRole('button', { name: 'Cancel sign-in' }).click();
  await expect(app.page.getByText('Nobody is signed in.')).toBeVisible();

  const before = await signInLink();
  await app.page.getByRole('button', { name: 'Sign in…' }).click();
  await expect.poll(signInLink).not.toBe(before);
  const browser = await openBrowser(home, await signInLink());
  await browser.page.getByLabel('Sign in as').selectOption({ index: 1 });
  await browser.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(browser.page.getByText('Thank you.')).toBeVisible();
  await browser.close();

  await expect(app.page.getByText(/Signed in as robin@/)).toBeVisible();
  await expect(what).toContainText('An app in the name of a signed-in person');
  await expect(what).toContainText('Your own tenant');
  await expect(row('Claims', 'name')).toContainText('Robin Okafor');
  await expect(row('Claims', 'appidacr')).toContainText('as a public client');
  await expect(row('What it allows', 'Read incidents')).toContainText('Incident.Read');
  await picture('signed-in');
  expect(await findings(app.page), 'signed in').toEqual([]);

  // Held while the page is left; gone with the sign-out, and both are in the trail.
  await pilot.goTo('Incidents');
  await pilot.goTo('Tokens');
  await app.page.getByRole('tab', { name: 'Your own tenant' }).click();
  await tick(app.page.getByRole('radio', { name: 'An analyst, signed in' }));
  await app.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(app.page.getByText('Nobody is signed in.')).toBeVisible();
  await expect(what).toBeHidden();
  await pilot.goTo('Settings');
  const trail = app.page.getByRole('table', { name: 'Audit trail' }).getByRole('row');
  await expect(trail.nth(1)).toContainText('Signed out');
  await expect(trail.nth(2)).toContainText(/Signed in.*robin@/);
  await expect(trail.nth(2)).toContainText(`Your own tenant${homeTenantId}`);
});

/** Keeps links from the system browser, and says which was opened last. */
async function openedLinks(): Promise<() => Promise<string>> {
  await app.electron.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      process.env.TENANTRY_TEST_OPENED = url;
    };
  });
  return () => app.electron.evaluate(() => process.env.TENANTRY_TEST_OPENED ?? '');
}
