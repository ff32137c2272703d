import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox, SandboxTenant } from '../../../sandbox/index';
import { api, askToken, customer, incidentsOf, open, tokenOf } from './client';

let sandbox: Sandbox;
let tenant: SandboxTenant;
let token: string;
beforeAll(async () => {
  sandbox = await open({ incidents: 20 });
  tenant = customer(sandbox);
  token = await tokenOf(sandbox, tenant.tenantId);
});
afterEach(() => sandbox.control.clearFaults());
afterAll(() => sandbox.close());

const get = (init: RequestInit = {}) => fetch(`${sandbox.url}/api/incidents`, { ...init, headers: { authorization: `Bearer ${token}` } });

describe('the list', () => {
  it('loses an incident that was taken away, and tells the time it was set to', async () => {
    const other = await open({ incidents: 20, now: new Date('2026-03-01T00:00:00Z') });
    const { tenantId } = customer(other);
    const before = other.control.truth(tenantId);
    const gone = other.control.removeIncident(tenantId, 3);
    other.control.setClock(Date.UTC(2026, 2, 2, 8));
    const answer = await api(other, await tokenOf(other, tenantId), '/api/incidents');
    expect(incidentsOf(answer).map(({ incidentId }) => incidentId)).toEqual(
      before.filter((one) => one !== before[3]).map(({ incidentId }) => incidentId),
    );
    expect(incidentsOf(answer).map(({ incidentId }) => incidentId)).not.toContain(gone.incidentId);
    expect(answer.headers.get('date')).toMatch(/^Mon, 02 Mar 2026 08:00:0/);
    await other.close();
  });
});

describe('a fault', () => {
  it('answers in place of the service, as often as told, after as many as told', async () => {
    sandbox.control.fault({
      match: 'incidents',
      status: 503,
      body: '<html>Service Unavailable</html>',
      contentType: 'text/html',
      skip: 1,
      times: 2,
    });
    const answers = [await get(), await get(), await get(), await get()];
    expect(answers.map((answer) => answer.status)).toEqual([200, 503, 503, 200]);
    expect(answers[1]?.headers.get('content-type')).toBe('text/html');
  });

  it('hits only its tenant and its kind of request', async () => {
    const other = sandbox.tenants.find((one) => one.state === 'consented' && one.tenantId !== tenant.tenantId);
    if (!other) throw new Error('two tenants are needed');
    sandbox.control.fault({
      match: 'token',
      tenantId: tenant.tenantId,
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: 'temporarily_unavailable' },
    });
    const hit = await askToken(sandbox, tenant.domain);
    expect([hit.status, hit.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await askToken(sandbox, other.tenantId)).status).toBe(200);
    expect((await get()).status).toBe(200);
  });

  it('cuts the connection before the answer', async () => {
    sandbox.control.fault({ match: 'incidents', reset: true });
    await expect(get()).rejects.toThrow();
  });

  it('falls silent in the middle of the answer', async () => {
    sandbox.control.fault({ match: 'incidents', stall: 200, times: 1 });
    const answer = await get({ signal: AbortSignal.timeout(300) });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await get()).status).toBe(200);
  });

  it('cuts the connection in the middle of the answer', async () => {
    sandbox.control.fault({ match: 'incidents', truncate: 200, times: 1 });
    const answer = await get();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect((await get()).status).toBe(200);
  });

  it('never answers until the faults are cleared', async () => {
    sandbox.control.fault({ match: 'incidents', hang: true, times: 2 });
    await expect(get({ signal: AbortSignal.timeout(100) })).rejects.toThrow();
    const waiting = get();
    sandbox.control.fault({ match: 'metadata', status: 500 });
    // The hanging request has been taken once the metadata fault, given later, answers.
    expect((await fetch(`${sandbox.url}/${tenant.domain}/v2.0/.well-known/openid-configuration`)).status).toBe(500);
    sandbox.control.clearFaults();
    expect((await waiting).status).toBe(200);
  });

  it('delays', async () => {
    sandbox.control.fault({ match: 'incidents', delayMs: 120, times: 1 });
    const started = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('stays in the log without queries of sign-in pages, secrets or tokens', async () => {
    sandbox.control.clearRequests();
    await fetch(`${sandbox.url}/common/oauth2/authorize?prompt=consent&client_id=x&client_secret=${sandbox.partner.clientSecret}`);
    await askToken(sandbox, tenant.domain);
    await api(sandbox, token, "/api/incidents?$filter=status+eq+'Active'&%24top=1");
    const log = sandbox.control.requests();
    expect(log.map(({ method, path, query, tenantId, status }) => ({ method, path, query, tenantId, status }))).toEqual([
      { method: 'GET', path: '/common/oauth2/authorize', query: '', tenantId: undefined, status: 400 },
      { method: 'POST', path: `/${tenant.domain}/oauth2/v2.0/token`, query: '', tenantId: tenant.tenantId, status: 200 },
      { method: 'GET', path: '/api/incidents', query: "$filter=status eq 'Active'&$top=1", tenantId: tenant.tenantId, status: 200 },
    ]);
    expect(JSON.stringify(log)).not.toContain(sandbox.partner.clientSecret);
    expect(JSON.stringify(log)).not.toContain(token.slice(0, 30));
  });
});

describe('the control over HTTP', () => {
  const control = (name: string, args: unknown, key = sandbox.controlKey) =>
    fetch(`${sandbox.url}/__sandbox/${name}`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: JSON.stringify(args) });

  it('does what the control does, for who has the key', async () => {
    const truth = (await (await control('truth', [tenant.tenantId])).json()) as { value: unknown[] };
    expect(truth.value).toEqual(incidentsOf(await api(sandbox, token, '/api/incidents')));
    expect((await control('setTenantState', [tenant.tenantId, 'appDisabled'])).status).toBe(200);
    expect((await askToken(sandbox, tenant.tenantId)).body.error_codes).toEqual([7000112]);
    await control('setTenantState', [tenant.tenantId, 'consented']);
    const described = await fetch(`${sandbox.url}/__sandbox`, { headers: { authorization: `Bearer ${sandbox.controlKey}` } });
    expect(await described.json()).toMatchObject({ url: sandbox.url, partner: sandbox.partner });
  });

  it('refuses others, and what makes no sense', async () => {
    expect((await control('requests', [], 'wrong')).status).toBe(401);
    expect((await fetch(`${sandbox.url}/__sandbox`)).status).toBe(401);
    expect((await control('constructor', [])).status).toBe(404);
    expect((await control('setTenantState', ['nobody', 'consented'])).status).toBe(400);
    expect((await control('setTenantState', [tenant.tenantId, 'happy'])).status).toBe(400);
    expect((await control('requests', {})).status).toBe(400);
  });
});
