import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox, SandboxTenant } from '../../../sandbox/index';
import { api, customer, errorOf, incidentsOf, open, tokenOf } from './client';

let sandbox: Sandbox;
let tenant: SandboxTenant;
let token: string;
beforeAll(async () => {
  sandbox = await open({ incidents: 240 });
  tenant = customer(sandbox);
  token = await tokenOf(sandbox, tenant.tenantId);
});
afterAll(() => sandbox.close());

const list = (query: string) => api(sandbox, token, `/api/incidents${query}`);

describe('the list', () => {
  it('gives every incident exactly once over its pages, newest first', async () => {
    const read = [];
    for (let skip = 0; ; skip += 100) {
      const page = incidentsOf(await list(`?$top=100&$skip=${skip}`));
      read.push(...page);
      if (page.length < 100) break;
    }
    expect(read).toHaveLength(240);
    expect(new Set(read.map((one) => one.incidentId)).size).toBe(240);
    expect(read).toEqual(sandbox.control.truth(tenant.tenantId));
  });

  it('carries no next link, as documented, unless told to; then the links lead through all', async () => {
    expect((await list('')).body['@odata.nextLink']).toBeUndefined();
    sandbox.control.setNextLink(true);
    let pages = 0;
    let next: string | undefined = "/api/incidents?$filter=status+ne+'Redirected'";
    const read = [];
    while (next !== undefined) {
      const page = await api(sandbox, token, next);
      read.push(...incidentsOf(page));
      pages += 1;
      next = (page.body['@odata.nextLink'] as string | undefined)?.slice(sandbox.url.length);
    }
    sandbox.control.setNextLink(false);
    expect(pages).toBe(3);
    expect(read).toEqual(sandbox.control.truth(tenant.tenantId).filter((one) => one.status !== 'Redirected'));
  });

  it('filters by the documented example', async () => {
    const all = sandbox.control.truth(tenant.tenantId);
    const since = String(all[60]?.lastUpdateTime);
    const found = incidentsOf(await list(`?$filter=lastUpdateTime+ge+${since}`));
    const expected = all.filter((one) => Date.parse(String(one.lastUpdateTime)) >= Date.parse(since));
    expect(expected).toContainEqual(all[60]);
    expect(expected.length).toBeLessThan(100);
    expect(found).toEqual(expected);
  });

  it.each(["?$filter=severity eq 'High'", '?$top=101', '?$orderby=createdTime', "?$filter=contains(assignedTo,'a')"])(
    'refuses %s',
    async (query) => {
      const answer = await list(query);
      expect([answer.status, errorOf(answer).code]).toEqual([400, 'ODataError']);
      expect(errorOf(answer).target).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('is compressed for who takes it', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const packed = await fetch(`${sandbox.url}/api/incidents`, { headers: { ...headers, 'accept-encoding': 'gzip' } });
    const plain = await fetch(`${sandbox.url}/api/incidents`, { headers: { ...headers, 'accept-encoding': 'identity' } });
    expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(await packed.text()).toBe(await plain.text());
  });

  it('does not lose an incident that arrives between two pages', async () => {
    const first = incidentsOf(await list('?$top=100'));
    const added = sandbox.control.addIncident(tenant.tenantId, { incidentName: 'A new one' });
    const second = incidentsOf(await list('?$top=100&$skip=100'));
    expect(second[0]).toEqual(first[99]);
    expect(incidentsOf(await list('?$top=1'))[0]).toEqual(added);
  });
});

describe('one incident', () => {
  it('is found by its ID, and only by a number that exists', async () => {
    const [newest] = sandbox.control.truth(tenant.tenantId);
    expect((await api(sandbox, token, `/api/incidents/${String(newest?.incidentId)}`)).body).toMatchObject({ ...newest });
    const missing = await api(sandbox, token, '/api/incidents/1');
    expect([missing.status, errorOf(missing).code, errorOf(missing).message]).toEqual([
      404,
      'ResourceNotFound',
      'Incident 1 was not found',
    ]);
    expect((await api(sandbox, token, '/api/incidents/abc')).status).toBe(400);
  });

  it('keeps what an update wrote, with a new time', async () => {
    const [before] = sandbox.control.truth(tenant.tenantId).slice(10);
    const path = `/api/incidents/${String(before?.incidentId)}`;
    const init = {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'Resolved', comment: 'done' }),
    };
    const answer = await api(sandbox, token, path, init);
    expect(answer.status).toBe(200);
    const after = incidentsOf(await list('')).find((one) => one.incidentId === before?.incidentId);
    expect(after).toMatchObject({ status: 'Resolved', comments: expect.arrayContaining([expect.objectContaining({ comment: 'done' })]) });
    expect(Date.parse(String(after?.lastUpdateTime))).toBeGreaterThan(Date.parse(String(before?.lastUpdateTime)));
    const bad = await api(sandbox, token, path, { ...init, body: JSON.stringify({ Status: 'Active' }) });
    expect([bad.status, errorOf(bad).code]).toEqual([400, 'InvalidRequestBody']);
  });

  it('can be made strange by a test', async () => {
    const patch = {
      severity: 'Catastrophic',
      incidentName: '<b onmouseover=alert(1)>x</b>',
      classification: undefined,
      futureField: { a: 1 },
    };
    const index = 3;
    sandbox.control.tamperIncident(tenant.tenantId, index, patch);
    const served = incidentsOf(await list(''))[index];
    expect(served).toMatchObject({ severity: 'Catastrophic', incidentName: patch.incidentName, futureField: { a: 1 } });
    expect(served).not.toHaveProperty('classification');
  });
});

describe('refusals', () => {
  it('401 without a token, with a forged one, with an expired one and with another audience', async () => {
    const [head = '', , signature = ''] = token.split('.');
    const forged = `${head}.${Buffer.from(JSON.stringify({ tid: tenant.tenantId, aud: 'https://api.security.microsoft.com', exp: 4e9 })).toString('base64url')}.${signature}`;
    sandbox.control.setTokenLifetime(-5);
    const expired = await tokenOf(sandbox, tenant.tenantId);
    sandbox.control.setTokenLifetime(3_599);
    const graph = await tokenOf(sandbox, tenant.tenantId, { scope: 'https://graph.microsoft.com/.default' });
    for (const wrong of ['', 'x.y.z', forged, expired, graph]) {
      const answer = await api(sandbox, wrong, '/api/incidents');
      expect([answer.status, errorOf(answer).code]).toEqual([401, 'Unauthorized']);
    }
  });

  it('403 names both lists of roles', async () => {
    for (const [state, roles] of [
      ['partial', 'AdvancedHunting.Read.All'],
      ['noRoles', ''],
    ] as const) {
      const { tenantId } = customer(sandbox, state);
      const answer = await api(sandbox, await tokenOf(sandbox, tenantId), '/api/incidents');
      expect([answer.status, errorOf(answer).code]).toEqual([403, 'Forbidden']);
      expect(errorOf(answer).message).toBe(
        `Missing application roles. API required roles: Incident.Read.All,Incident.ReadWrite.All, application roles: ${roles}.`,
      );
    }
  });

  it('401 with a reason for a tenant without a licence', async () => {
    const { tenantId } = customer(sandbox, 'notLicensed');
    const answer = await api(sandbox, await tokenOf(sandbox, tenantId), '/api/incidents');
    expect([answer.status, errorOf(answer).message]).toEqual([401, 'Unauthorized request - reason of failure: Account mode is inactive']);
  });

  it('404 for what this cloud does not imitate', async () => {
    expect((await api(sandbox, token, '/api/machines')).status).toBe(404);
  });

  it.each(['body', 'header', 'both'] as const)('429 with the wait in the %s', async (style) => {
    sandbox.control.throttle(tenant.tenantId, { limitPerMinute: 1, style });
    expect((await list('?$top=1')).status).toBe(200);
    const answer = await list('?$top=1');
    sandbox.control.throttle(tenant.tenantId, null);
    const { code, message, target } = errorOf(answer);
    expect([answer.status, code, target]).toEqual([429, '429', tenant.tenantId]);
    const inBody =
      /^API calls quota exceeded! Maximum allowed 1 per 00:01:00 for the key Destination\+TenantID\+AppID\. You can send requests again in \d+ seconds\.$/;
    expect(inBody.test(message)).toBe(style !== 'header');
    expect(answer.headers.get('retry-after') !== null).toBe(style !== 'body');
  });
});
