import { createServer, request as ask, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';

const RIGHT = 'the right password';

let sandbox: Sandbox;
let home: string;
let app: RunningApp;
let pilot: Pilot;
let proxy: BasicProxy;

test.beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 130 });
  home = freshHome();
  proxy = await startProxy(`Basic ${Buffer.from(`anna:${RIGHT}`, 'utf8').toString('base64')}`);
  await launch();
});
test.afterEach(async () => {
  await app?.close();
  await sandbox.close();
  proxy.close();
});

/** What the proxy was asked for, and whether with the right sign-in. */
interface BasicProxy {
  port: number;
  /** `tunnel`: by the fast lane. `request`: by Chromium, which asks for plain http so. */
  seen: { how: 'tunnel' | 'request'; let: boolean }[];
  close(): void;
}

/** A proxy that lets nothing through without a user name and a password. */
async function startProxy(wanted: string): Promise<BasicProxy> {
  const seen: BasicProxy['seen'] = [];
  const CHALLENGE = { 'proxy-authenticate': 'Basic realm="Lab proxy"', 'content-length': '0' };
  const server: Server = createServer((request, response) => {
    const isIn = request.headers['proxy-authorization'] === wanted;
    seen.push({ how: 'request', let: isIn });
    if (!isIn) return void response.writeHead(407, CHALLENGE).end();
    const { 'proxy-authorization': _kept, ...headers } = request.headers;
    const onward = ask(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    client.on('error', () => undefined);
    const isIn = request.headers['proxy-authorization'] === wanted;
    seen.push({ how: 'tunnel', let: isIn });
    if (!isIn) {
      const fields = Object.entries(CHALLENGE).map(([name, value]) => `${name}: ${value}\r\n`);
      return void client.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${fields.join('')}\r\n`);
    }
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Starts the app on a computer whose proxy this is. */
async function launch(): Promise<void> {
  app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
  pilot = new Pilot(app.electron, app.page);
  await app.electron.evaluate(async ({ app: electron, session }, port) => {
    const config = { mode: 'fixed_servers', proxyRules: `127.0.0.1:${port}`, proxyBypassRules: '<-loopback>' } as const;
    await Promise.all([electron.setProxy(config), session.defaultSession.setProxy(config)]);
  }, proxy.port);
}

/** The window about the proxy: opened by whichever request met the proxy first. */
async function proxyPrompt(): Promise<Page> {
  const open = () => app.electron.windows().find((window) => window.url().includes('/proxy-prompt/'));
  await expect.poll(() => open() !== undefined, { timeout: 30_000 }).toBe(true);
  const prompt = open();
  if (!prompt) throw new Error('The window closed by itself');
  return prompt;
}

async function refresh(): Promise<void> {
  await pilot.goTo('Incidents');
  await app.page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
}

async function signIn(prompt: Page, password: string): Promise<void> {
  await prompt.getByLabel('User name').fill('anna');
  await prompt.getByLabel('Password').fill(password);
  const closed = prompt.waitForEvent('close');
  await Promise.all([
    closed,
    prompt
      .getByRole('button', { name: 'Sign in' })
      .click()
      .catch(() => undefined),
  ]);
}

test('a proxy that wants a sign-in gets one, in a window of its own, on both lanes and over a restart', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Connect your partner app' }).click();
  await pilot.fillPartnerApp(sandbox.partner);
  // The first request of all meets the proxy.
  const secret = await pilot.openSecretWindow();
  await secret.getByLabel('Client secret value').fill(sandbox.partner.clientSecret);
  await pilot.closeSecretWindow(secret, 'Save secret');
  await pilot.goTo('Tenants');
  await page.getByRole('button', { name: 'Add tenant' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tenant ID or domain').fill(sandbox.tenants[0]?.domain ?? '');
  await dialog.getByRole('button', { name: 'Find' }).click();
  const prompt = await proxyPrompt();
  await expect(prompt.getByText('“Lab proxy”')).toBeVisible();
  await expect(dialog).toContainText('Proxy wants a sign-in');
  await prompt.screenshot({ path: test.info().outputPath('proxy-prompt.png') });
  await signIn(prompt, 'a wrong one');

  await dialog.getByRole('button', { name: 'Find' }).click();
  const again = await proxyPrompt();
  await expect(again.getByRole('alert')).toContainText('did not take');
  await signIn(again, RIGHT);

  await dialog.getByRole('button', { name: 'Find' }).click();
  await dialog.getByLabel('Display name').fill('Contoso');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await refresh();
  await expect(pilot.coverage()).toContainText('1 of 1 tenant fresh', { timeout: 60_000 });
  await expect(pilot.incidentRows().first()).toBeVisible();
  expect(proxy.seen).toContainEqual({ how: 'tunnel', let: true });
  expect(proxy.seen).toContainEqual({ how: 'request', let: true });
  await pilot.goTo('Settings');
  await expect(page.getByRole('region', { name: 'Proxies' })).toContainText('kept in the keychain');
  await page.getByRole('region', { name: 'Proxies' }).screenshot({ path: test.info().outputPath('proxy-settings.png') });

  // After a restart nobody is asked.
  await app.close();
  proxy.seen.length = 0;
  await launch();
  await refresh();
  await pilot.goTo('Settings');
  await expect(app.page.getByRole('region', { name: 'Proxies' })).toContainText('Signed in');
  await expect.poll(() => proxy.seen).toContainEqual({ how: 'tunnel', let: true });
  expect(app.electron.windows()).toHaveLength(1);
});

test('a tenant behind a proxy without a sign-in says so, and is read as soon as somebody signs in', async () => {
  await app.electron.evaluate(async ({ app: electron, session }) => {
    await Promise.all([electron.setProxy({ mode: 'direct' }), session.defaultSession.setProxy({ mode: 'direct' })]);
  });
  await pilot.connectPartnerApp(sandbox.partner);
  await pilot.goTo('Tenants');
  await pilot.addTenant(sandbox.tenants[0]?.domain ?? '', 'Contoso');
  await app.close();
  await launch();
  await pilot.goTo('Tenants');
  const details = await pilot.openTenant('Contoso');
  await details.getByRole('button', { name: 'Read now' }).click();
  const prompt = await proxyPrompt();
  await expect(details).toContainText('Proxy wants a sign-in');
  const closed = prompt.waitForEvent('close');
  await Promise.all([
    closed,
    prompt
      .getByRole('button', { name: 'Cancel' })
      .click()
      .catch(() => undefined),
  ]);
  await expect(app.page.getByText(`The proxy 127.0.0.1:${proxy.port} wants a sign-in.`)).toBeVisible();
  await app.page.screenshot({ path: test.info().outputPath('proxy-banner.png') });

  await app.page.getByRole('button', { name: 'Sign in…' }).first().click();
  await signIn(await proxyPrompt(), RIGHT);
  await pilot.goTo('Incidents');
  await expect(pilot.coverage()).toContainText('1 of 1 tenant fresh', { timeout: 60_000 });
});
