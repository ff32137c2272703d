import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index';
import { customer, open } from './client';

let folder: string;
let running: Sandbox[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((sandbox) => sandbox.close()));
  rmSync(folder, { recursive: true });
});

async function start(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  const sandbox = await startSandbox({ tenants: 4, incidents: 30, ...options });
  running.push(sandbox);
  return sandbox;
}

describe('a state file', () => {
  it('keeps consents over a restart, and the dates of the incidents', async () => {
    const stateFile = join(folder, 'state.json');
    const first = await start({ stateFile });
    const { tenantId } = customer(first, 'notConsented');
    const consent = `${first.url}/${tenantId}/adminconsent?client_id=${first.partner.clientId}`;
    await fetch(consent, { method: 'POST', body: new URLSearchParams({ decision: 'accept' }), redirect: 'manual' });
    const before = first.control.truth(tenantId);
    await first.close();
    const second = await start({ stateFile });
    expect(second.tenants.find((tenant) => tenant.tenantId === tenantId)?.state).toBe('consented');
    expect(second.control.truth(tenantId)).toEqual(before);
    expect(second.partner).toEqual(first.partner);
  });

  it('holds no secret', async () => {
    const stateFile = join(folder, 'state.json');
    const { partner } = await start({ stateFile });
    expect(readFileSync(stateFile, 'utf8')).not.toContain(partner.clientSecret);
  });

  it.each(['', '{"seed":1}', 'null', '{"seed":2,"anchor":1,"states":{}}'])('that holds %j counts as none', async (content) => {
    const stateFile = join(folder, 'state.json');
    writeFileSync(stateFile, content);
    const { tenants } = await start({ stateFile });
    expect(tenants.map((tenant) => tenant.state)).toEqual(['consented', 'consented', 'notConsented', 'consented']);
  });
});

describe('a sandbox', () => {
  it('takes the next port when the wanted one is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const taken = (blocker.address() as AddressInfo).port;
    const { port, url } = await start({ port: taken });
    blocker.close();
    expect(port).toBeGreaterThan(taken);
    expect(url).toBe(`http://127.0.0.1:${port}`);
  });

  it('ends with connections still open', async () => {
    const sandbox = await start({});
    sandbox.control.fault({ match: '*', hang: true });
    const hanging = fetch(`${sandbox.url}/portal`);
    hanging.catch(() => {});
    await sandbox.close();
    await expect(fetch(`${sandbox.url}/portal`)).rejects.toThrow();
  });

  it('makes the same cloud from the same seed', async () => {
    const [one, two, other] = [await open({ seed: 5 }), await open({ seed: 5 }), await open({ seed: 6 })];
    running.push(one, two, other);
    const { tenantId } = customer(one);
    expect(two.tenants).toEqual(one.tenants);
    expect(two.control.truth(tenantId)).toEqual(one.control.truth(tenantId));
    expect(other.tenants).not.toEqual(one.tenants);
  });

  it('starts quickly with 5,000 tenants', async () => {
    const started = performance.now();
    const { tenants } = await start({ tenants: 5_000 });
    expect(tenants).toHaveLength(5_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('describes itself as a cloud', async () => {
    const { url, cloudDefinition } = await start({});
    expect(cloudDefinition()).toEqual({
      id: 'sandbox',
      name: 'Sandbox cloud',
      loginBase: url,
      apiBase: url,
      graphBase: url,
      portalBase: null,
      issuer: [`${url}/{tenantid}/`, `${url}/{tenantid}/v2.0`],
      scope: 'https://api.security.microsoft.com/.default',
      redirectUri: `${url}/portal`,
    });
  });
});
