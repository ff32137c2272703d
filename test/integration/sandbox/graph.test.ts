import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox, SandboxTenant, TenantState } from '../../../sandbox/index';
import { api, errorOf, incidentsOf, open, tokenOf } from './client';

const GRAPH = { scope: 'https://graph.microsoft.com/.default' };
const INCIDENTS = '/v1.0/security/incidents';
const ALERTS = '/v1.0/security/alerts_v2';

let sandbox: Sandbox;
let tenant: SandboxTenant;
let token: string;
beforeAll(async () => {
  sandbox = await open({ incidents: 130 });
  tenant = inState(0, 'graphOnly');
  token = await tokenOf(sandbox, tenant.tenantId, GRAPH);
});
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.setGraph({ spelling: 'schema', settleReads: 0 });
});
afterAll(() => sandbox.close());

function inState(place: number, state: TenantState): SandboxTenant {
  const found = sandbox.tenants[place];
  if (!found) throw new Error(`no tenant at ${place}`);
  sandbox.control.setTenantState(found.tenantId, state);
  return found;
}

const graph = (path: string, init?: RequestInit) => api(sandbox, token, path, init);
const send = (path: string, method: string, body: unknown) =>
  graph(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const truth = () => sandbox.control.truth(tenant.tenantId);
const open1 = () => String(truth().find((one) => one.status === 'Active')?.incidentId);

async function pagesFrom(first: string): Promise<Record<string, unknown>[][]> {
  const pages = [];
  for (let next: string | undefined = first; next !== undefined; ) {
    const page = await graph(next);
    expect(page.status).toBe(200);
    pages.push(incidentsOf(page));
    next = (page.body['@odata.nextLink'] as string | undefined)?.slice(sandbox.url.length);
  }
  return pages;
}

describe('the list of incidents', () => {
  it('leads through all by its links, and shows the truth with its alerts', async () => {
    const pages = await pagesFrom(`${INCIDENTS}?$top=50&$expand=alerts`);
    const read = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([50, 50, 30]);
    expect(read.map((one) => one.id)).toEqual(truth().map((one) => String(one.incidentId)));
    expect(read.map((one) => (one.alerts as { id: string }[]).map(({ id }) => id))).toEqual(
      truth().map((one) => (one.alerts as { alertId: string }[]).map(({ alertId }) => alertId)),
    );
  });

  it('has no alerts unless they are expanded, and counts when asked', async () => {
    const { body } = await graph(`${INCIDENTS}?$top=1&$count=true`);
    expect(body['@odata.count']).toBe(truth().length);
    expect(incidentsOf({ status: 200, headers: new Headers(), body })[0]).not.toHaveProperty('alerts');
  });

  it('refuses a page of more than 50 in the words of the service', async () => {
    const answer = await graph(`${INCIDENTS}?$top=51`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toBe("The limit of '50' for Top query has been exceeded. The value from the incoming request is '51'.");
    expect(answer.body.error).toMatchObject({ code: 'BadRequest', innerError: { 'request-id': expect.any(String) as string } });
  });

  it.each(['$orderby=createdDateTime desc', '$select=id', '$expand=entities', "$filter=incidentId eq '1'", "$filter=displayName eq 'x'"])(
    'refuses %s, which is not documented',
    async (query) => {
      expect((await graph(`${INCIDENTS}?${query}`)).status).toBe(400);
    },
  );

  it('filters by time and by what Defender XDR cannot filter by', async () => {
    const since = String(truth()[20]?.lastUpdateTime);
    const newer = (await pagesFrom(`${INCIDENTS}?$filter=lastUpdateDateTime ge ${since}`)).flat();
    expect(newer.map((one) => one.id)).toContain(String(truth()[20]?.incidentId));
    expect(newer.length).toBeLessThan(truth().length);
    const high = (await pagesFrom(`${INCIDENTS}?$filter=severity eq 'high'`)).flat();
    expect(high.map((one) => one.id)).toEqual(
      truth()
        .filter((one) => one.severity === 'High')
        .map((one) => String(one.incidentId)),
    );
  });

  it('fails with a time-out on a big tenant, but only with alerts expanded', async () => {
    const big = inState(1, 'graphExpandFails');
    const own = await tokenOf(sandbox, big.tenantId, GRAPH);
    expect((await api(sandbox, own, `${INCIDENTS}?$expand=alerts`)).status).toBe(504);
    expect((await api(sandbox, own, INCIDENTS)).status).toBe(200);
  });
});

describe('one shape for another surface', () => {
  it('ids are text, enums are camelCase, evidence says its type', async () => {
    sandbox.control.tamperIncident(tenant.tenantId, 0, { severity: 'UnSpecified', determination: 'Clean', redirectIncidentId: 7 });
    const [first] = incidentsOf(await graph(`${INCIDENTS}?$top=1&$expand=alerts`));
    const { incidentId } = truth()[0] ?? {};
    expect(first).toMatchObject({
      id: String(incidentId),
      severity: 'unknown',
      determination: 'notMalicious',
      redirectIncidentId: '7',
      tenantId: tenant.tenantId,
      incidentWebUrl: `https://security.microsoft.com/incidents/${String(incidentId)}?tid=${tenant.tenantId}`,
    });
    const alerts = first?.alerts as { evidence: Record<string, unknown>[] }[];
    const evidence = alerts.flatMap((alert) => alert.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const one of evidence) expect(one['@odata.type']).toMatch(/^#microsoft\.graph\.security\.\w+Evidence$/);
  });

  it('later members of enums are shown to those who ask for them only', async () => {
    sandbox.control.tamperIncident(tenant.tenantId, 1, { status: 'AwaitingAction' });
    const id = String(truth()[1]?.incidentId);
    expect((await graph(`${INCIDENTS}/${id}`)).body.status).toBe('unknownFutureValue');
    const asked = await graph(`${INCIDENTS}/${id}`, { headers: { prefer: 'include-unknown-enum-members' } });
    expect(asked.body.status).toBe('awaitingAction');
  });

  it('comments come in both spellings', async () => {
    const id = open1();
    await send(`${INCIDENTS}/${id}/comments`, 'POST', { '@odata.type': 'microsoft.graph.security.alertComment', comment: 'x' });
    const comments = async () => ((await graph(`${INCIDENTS}/${id}`)).body.comments as Record<string, unknown>[]).at(-1);
    expect(await comments()).toMatchObject({ comment: 'x', createdByDisplayName: expect.any(String) as string });
    sandbox.control.setGraph({ spelling: 'samples' });
    expect(await comments()).toMatchObject({ comment: 'x', createdBy: expect.any(String) as string });
    expect((await graph(`${INCIDENTS}/${id}`)).body.status).toBe('Active');
  });
});

describe('changes', () => {
  it('replace the tags, are seen late, and are on both surfaces', async () => {
    const id = open1();
    sandbox.control.tamperIncident(
      tenant.tenantId,
      truth().findIndex((one) => String(one.incidentId) === id),
      { tags: ['old'] },
    );
    sandbox.control.setGraph({ settleReads: 2 });
    const answer = await send(`${INCIDENTS}/${id}`, 'PATCH', {
      status: 'inProgress',
      customTags: ['new'],
      classification: 'falsePositive',
      determination: 'notMalicious',
    });
    expect(answer.body).toMatchObject({ status: 'inProgress', customTags: ['new'], determination: 'notMalicious' });
    const read = async () => (await graph(`${INCIDENTS}/${id}`)).body;
    expect(await read()).toMatchObject({ status: 'active', customTags: ['old'] });
    expect(await read()).toMatchObject({ status: 'active', customTags: ['old'] });
    expect(await read()).toMatchObject({ status: 'inProgress', customTags: ['new'], determination: 'notMalicious' });
    expect(truth().find((one) => String(one.incidentId) === id)).toMatchObject({
      status: 'InProgress',
      tags: ['new'],
      classification: 'FalsePositive',
      determination: 'Clean',
    });
  });

  it('a comment is a call of its own, answered by the whole list', async () => {
    const id = open1();
    const before = truth().find((one) => String(one.incidentId) === id)?.comments;
    const { status, body } = await send(`${INCIDENTS}/${id}/comments`, 'POST', { comment: 'second look' });
    expect(status).toBe(200);
    expect(body.value).toHaveLength(Array.isArray(before) ? before.length + 1 : 1);
  });

  it.each([{ comment: 'x' }, { status: 'redirected' }, { status: 'Active' }, { tags: [] }, { determination: 'Clean' }])(
    'refuse %j',
    async (body) => {
      expect((await send(`${INCIDENTS}/${open1()}`, 'PATCH', body)).status).toBe(400);
    },
  );

  it('know no incident of another number', async () => {
    expect((await graph(`${INCIDENTS}/1`)).status).toBe(404);
    expect((await send(`${INCIDENTS}/nonsense`, 'PATCH', { status: 'active' })).status).toBe(404);
  });
});

describe('alerts', () => {
  it('come in pages, all of them and each once, with the incident they belong to', async () => {
    const read = (await pagesFrom(`${ALERTS}?$top=100`)).flat();
    const all = truth().flatMap((one) => (one.alerts as { alertId: string }[]).map(({ alertId }) => [alertId, String(one.incidentId)]));
    expect(read.map((one) => [one.id, one.incidentId])).toEqual(all);
  });

  it('are filtered by documented properties only', async () => {
    expect((await graph(`${ALERTS}?$filter=incidentId eq '1'`)).status).toBe(400);
    const found = (await pagesFrom(`${ALERTS}?$filter=serviceSource eq 'microsoftDefenderForEndpoint' and severity eq 'high'`)).flat();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatchObject({ serviceSource: 'microsoftDefenderForEndpoint', severity: 'high' });
  });
});

describe('refusals', () => {
  it('need a token for Graph, with its roles, of a tenant that has the product', async () => {
    const xdr = await tokenOf(sandbox, tenant.tenantId);
    expect((await api(sandbox, xdr, INCIDENTS)).status).toBe(401);
    expect((await api(sandbox, token, '/api/incidents')).status).toBe(401);
    expect(errorOf(await api(sandbox, xdr, '/api/incidents')).message).toContain('Missing application roles');

    const plain = inState(3, 'consented');
    const forbidden = await api(sandbox, await tokenOf(sandbox, plain.tenantId, GRAPH), INCIDENTS);
    expect(forbidden.status).toBe(403);
    expect(errorOf(forbidden).message).toBe(
      'Missing application roles. API required roles: SecurityIncident.Read.All,SecurityIncident.ReadWrite.All, application roles: .',
    );

    sandbox.control.setTenantState(tenant.tenantId, 'notLicensed');
    expect(errorOf(await graph(INCIDENTS)).message).toContain('Account is not provisioned.');
    sandbox.control.setTenantState(tenant.tenantId, 'graphOnly');
  });

  it('say a limit in the header, for this surface alone where so told', async () => {
    const both = inState(4, 'bothSurfaces');
    sandbox.control.throttle(both.tenantId, { limitPerMinute: 1, style: 'body', surface: 'graph' });
    const own = await tokenOf(sandbox, both.tenantId, GRAPH);
    expect((await api(sandbox, own, `${INCIDENTS}?$top=1`)).status).toBe(200);
    const refused = await api(sandbox, own, `${INCIDENTS}?$top=1`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(errorOf(refused).code).toBe('TooManyRequests');
    const xdr = await tokenOf(sandbox, both.tenantId);
    for (let call = 0; call < 3; call += 1) expect((await api(sandbox, xdr, '/api/incidents?$top=1')).status).toBe(200);
  });

  it('and faults are their own kind', async () => {
    sandbox.control.fault({ match: 'graph', tenantId: tenant.tenantId, status: 503, times: 1 });
    expect((await graph(INCIDENTS)).status).toBe(503);
    expect((await graph(INCIDENTS)).status).toBe(200);
    expect(sandbox.control.requests().at(-1)).toMatchObject({ path: INCIDENTS, tenantId: tenant.tenantId, status: 200 });
  });
});
