import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import type { Surface } from '../../../contract/permissions';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { GraphProvider } from '../../../main/incidents/graph-provider';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { TokenBroker } from '../../../main/identity/token-broker';
import type { TokenPort } from '../../../main/identity/token-port';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';
import type { TenantState } from '../../../sandbox/index';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore, storedIncidents } from './real-store';

const HOUR = 3_600_000;
let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let tenantId: string;
let refusals: SurfaceRefusals;
/** What is added to the clock. */
let ahead: number;
let budgets: CallBudgets;

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 1, incidents: 130 });
  ({ store, close: closeStore } = await realStore());
  const [tenant] = at.sandbox.tenants;
  if (!tenant) throw new Error('a tenant is needed');
  ({ tenantId } = tenant);
  await store.addTenant({ tenantId, displayName: 'Contoso', domain: null, addedAt: Date.now() });
  refusals = new SurfaceRefusals();
  ahead = 0;
  budgets = new CallBudgets();
});
afterEach(async () => {
  await closeStore();
  await at.sandbox.close();
});

/** The other app a tenant is linked to, for Graph; null: it has one app for both. */
let graphApp: TokenPort | null = null;
beforeEach(() => {
  graphApp = null;
});
/** As `PartnerApps` chooses: by the API that is asked. */
const tokens: TokenPort = {
  getToken: async (asked, wish) =>
    graphApp && wish.resource === 'graph'
      ? { ...(await graphApp.getToken(asked, wish)), appId: 'graph app' }
      : { ...(await at.broker.getToken(asked, wish)), appId: 'first app' },
};

async function sync({
  prefer = 'xdr',
  interactive = false,
  windowDays = null,
  meanwhile = () => undefined,
}: {
  prefer?: Surface;
  interactive?: boolean;
  windowDays?: number | null;
  /** Happens before each request is sent. */
  meanwhile?: (url: string) => void;
} = {}) {
  at.sandbox.control.clearRequests();
  const watched: FetchPort = (url, init) => {
    meanwhile(url);
    return fetch(url, init);
  };
  const access = { environment: at.environment, fetch: watched, now: Date.now };
  const counts: number[] = [];
  const [outcome] = await syncTenants(
    {
      tokens,
      providers: [new XdrProvider(access), new GraphProvider(access)],
      refusals,
      store,
      turns: new Turns(8),
      tokenTurns: new Turns(8),
      budgets,
      windowDays,
      now: () => Date.now() + ahead,
      random: () => 0,
      delay: async (ms) => void (ahead += ms),
    },
    {
      tenantIds: [tenantId],
      interactive: new Set(interactive ? [tenantId] : []),
      graphFirst: new Set(prefer === 'graph' ? [tenantId] : []),
      signal: new AbortController().signal,
      onProgress: ({ incidentsRead }) => counts.push(incidentsRead),
    },
  );
  return { outcome, counted: counts.at(-1) };
}

const inState = (state: TenantState) => at.sandbox.control.setTenantState(tenantId, state);
const asked = (path: RegExp) => at.sandbox.control.requests().filter((request) => path.test(request.path)).length;
const XDR = /^\/api\/incidents/;
const GRAPH = /^\/v1\.0\/security\/incidents/;
const tenant = async () => (await store.listTenants())[0];
const refuseXdr = (
  status: number,
  skip = 0,
  code = 'Forbidden',
  message = 'Missing application roles. API required roles: Incident.Read.All',
) => at.sandbox.control.fault({ match: 'incidents', status, skip, body: { error: { code, message } } });

/** Every incident of the cloud is stored, once, with all its alerts, and none is marked as gone. */
async function expectTruth(): Promise<void> {
  const truth = at.sandbox.control.truth(tenantId);
  const rows = await storedIncidents(store, tenantId);
  expect([...rows.keys()].toSorted()).toEqual(truth.map(({ incidentId }) => String(incidentId)).toSorted());
  for (const { incidentId, alerts } of truth)
    expect(rows.get(String(incidentId))).toMatchObject({ alertCount: (alerts as unknown[]).length, unlistedAt: null });
  expect((await tenant())?.incidentCount).toBe(truth.length);
}

describe('a tenant that allows Graph only', () => {
  it('says so where the credential of the app for Graph is refused, although the other app is in order', async () => {
    await sync();
    inState('graphOnly');
    at.broker.forget(tenantId);
    graphApp = { getToken: async () => ({ ok: false, problem: { code: 'credentialExpired', at: Date.now() } }) };
    expect(await sync()).toMatchObject({ outcome: { result: 'failed', problem: { code: 'credentialExpired' } } });
    expect(await tenant()).toMatchObject({ problem: { code: 'credentialExpired' }, readOver: { surface: 'graph' } });
  });

  it('is read through Graph without asking Defender XDR, and says so', async () => {
    inState('graphOnly');
    expect(await sync()).toMatchObject({ outcome: { result: 'complete', incidents: 130 }, counted: 130 });
    await expectTruth();
    expect(asked(XDR)).toBe(0);
    expect(await tenant()).toMatchObject({
      problem: null,
      readOver: {
        surface: 'graph',
        preferred: 'xdr',
        otherProblem: { code: 'rolesMissing', missingRoles: ['Incident.Read.All', 'Incident.ReadWrite.All'] },
      },
    });
  });

  it.each([1, 6, 60])('loses nothing where %i incidents vanish from the top of the list while it is read', async (vanish) => {
    inState('graphOnly');
    let pages = 0;
    const meanwhile = (url: string) => {
      if (!GRAPH.test(new URL(url).pathname) || ++pages !== 2) return;
      for (let left = vanish; left > 0; left--) at.sandbox.control.removeIncident(tenantId, 0);
    };
    expect((await sync({ meanwhile })).outcome).toMatchObject({ result: 'complete' });
    const rows = await storedIncidents(store, tenantId);
    const listed = at.sandbox.control.truth(tenantId).map(({ incidentId }) => String(incidentId));
    expect(listed).toHaveLength(130 - vanish);
    expect(listed.filter((incidentId) => !rows.has(incidentId))).toEqual([]);
  });

  it('fell over no more where Graph is what is preferred', async () => {
    inState('graphOnly');
    await sync({ prefer: 'graph' });
    expect((await tenant())?.readOver).toEqual({ surface: 'graph', preferred: 'graph' });
  });

  it('keeps its reason when the reading breaks off', async () => {
    inState('graphOnly');
    at.sandbox.control.fault({ match: 'graph', status: 503, skip: 1, body: '' });
    expect((await sync()).outcome).toMatchObject({ result: 'partial', problem: { code: 'serviceError' } });
    expect((await tenant())?.readOver).toMatchObject({ surface: 'graph', otherProblem: { code: 'rolesMissing' } });
  });
});

describe('a customer with an app for each surface', () => {
  const refusal: TokenPort = {
    getToken: async () => ({ ok: false, problem: { code: 'consentMissing', at: 1, httpStatus: 400 } }),
  };

  it('is read through Graph where the other app has no consent', async () => {
    inState('bothSurfaces');
    graphApp = at.broker;
    const first = vi.spyOn(at.broker, 'getToken');
    first.mockImplementation(async (asked, wish) =>
      wish.resource === 'xdr' ? refusal.getToken(asked, { ...wish, need: 'readIncidents' }) : real(asked, wish),
    );
    const real = TokenBroker.prototype.getToken.bind(at.broker);
    expect((await sync()).outcome).toMatchObject({ result: 'complete', incidents: 130 });
    expect((await tenant())?.readOver).toMatchObject({ surface: 'graph', preferred: 'xdr', otherProblem: { code: 'consentMissing' } });
    await expectTruth();
  });

  it('says that the consent is missing where it is for both, and where there is one app only', async () => {
    vi.spyOn(at.broker, 'getToken').mockImplementation((asked, wish) => refusal.getToken(asked, { ...wish, need: 'readIncidents' }));
    graphApp = refusal;
    expect((await sync()).outcome).toMatchObject({ result: 'failed', problem: { code: 'consentMissing' } });
    graphApp = null;
    expect((await sync()).outcome).toMatchObject({ result: 'failed', problem: { code: 'consentMissing' } });
    expect(asked(XDR) + asked(GRAPH)).toBe(0);
  });
});

describe('a surface that refuses', () => {
  beforeEach(() => inState('bothSurfaces'));

  it.each([
    ['its roles', 403, undefined, undefined, 'rolesMissing'],
    ['its licence', 401, 'Unauthorized', 'Unauthorized request - reason of failure: Account mode is inactive', 'notLicensed'],
    ['its being there', 410, 'Gone', 'This API was retired.', 'refused'],
  ])('for %s in the middle of paging loses and doubles nothing', async (_what, status, code, message, problem) => {
    refuseXdr(status, 1, code, message);
    expect(await sync()).toMatchObject({ outcome: { result: 'complete', incidents: 130 }, counted: 130 });
    await expectTruth();
    expect(await tenant()).toMatchObject({
      problem: null,
      partial: false,
      readOver: { surface: 'graph', otherProblem: { code: problem } },
    });
  });

  it('is not left for a 404 that goes by', async () => {
    at.sandbox.control.fault({ match: 'incidents', status: 404, times: 1, body: '' });
    expect((await sync()).outcome).toMatchObject({ result: 'complete' });
    expect((await tenant())?.readOver).toEqual({ surface: 'xdr', preferred: 'xdr' });
    expect(asked(GRAPH)).toBe(0);
  });

  it('is not left for weather', async () => {
    at.sandbox.control.fault({ match: 'incidents', status: 503, body: '' });
    expect((await sync()).outcome).toMatchObject({ result: 'failed', problem: { code: 'serviceError' } });
    expect(asked(GRAPH)).toBe(0);
  });

  it('is asked again after an hour, or when somebody waits, and goes on where it was', async () => {
    await sync();
    refuseXdr(403);
    await sync();
    expect((await tenant())?.readOver?.surface).toBe('graph');
    at.sandbox.control.clearFaults();
    at.sandbox.control.addIncident(tenantId, { incidentName: 'While XDR was away' });
    await sync();
    expect(asked(XDR)).toBe(0);
    await expectTruth();

    ahead = HOUR;
    at.sandbox.control.addIncident(tenantId, { incidentName: 'XDR is back' });
    await sync();
    expect([asked(XDR), asked(GRAPH)]).toEqual([1, 0]);
    expect((await tenant())?.readOver).toEqual({ surface: 'xdr', preferred: 'xdr' });
    await expectTruth();

    refuseXdr(403);
    await sync();
    at.sandbox.control.clearFaults();
    await sync({ interactive: true });
    expect((await tenant())?.readOver?.surface).toBe('xdr');
    await expectTruth();
  });

  it('marks nothing as gone that the other one listed meanwhile', async () => {
    refuseXdr(503, 1);
    await sync();
    at.sandbox.control.clearFaults();
    for (const prefer of ['graph', 'xdr', 'graph', 'xdr'] as const) {
      ahead += 1_000;
      at.sandbox.control.tamperIncident(tenantId, 3, { lastUpdateTime: new Date().toISOString() });
      expect((await sync({ prefer })).outcome).toMatchObject({ result: 'complete' });
      await expectTruth();
    }
  });
});

describe('a tenant that allows neither', () => {
  it.each<[TenantState, string]>([
    ['noRoles', 'rolesMissing'],
    ['notLicensed', 'notLicensed'],
    ['resourceMissing', 'notLicensed'],
  ])('(%s) says both reasons, that of the preferred one first', async (state, code) => {
    inState(state);
    expect((await sync()).outcome).toMatchObject({ result: 'failed', problem: { code } });
    expect(await tenant()).toMatchObject({
      problem: { code },
      readOver: {
        surface: 'xdr',
        preferred: 'xdr',
        otherProblem: { code: 'rolesMissing', missingRoles: ['SecurityIncident.Read.All', 'SecurityIncident.ReadWrite.All'] },
      },
    });
    expect(asked(GRAPH)).toBe(0);
  });

  it('says the words of the service where it was asked', async () => {
    inState('noRoles');
    await sync();
    expect((await tenant())?.problem?.detail).toContain('Missing application roles');
  });
});

describe('the second step of Graph', () => {
  const graphCalls = () => asked(/^\/v1\.0\//);

  it('is counted in the budget of the tenant, call by call', async () => {
    inState('graphExpandFails');
    await sync();
    await expectTruth();
    expect(graphCalls()).toBeGreaterThan(10);
    expect(budgets.of(tenantId, 'graph').use(Date.now() + ahead).lastHour).toBe(graphCalls());
  });

  it('waits where the budget is used up in the middle of it, and loses nothing', async () => {
    inState('graphExpandFails');
    const budget = budgets.of(tenantId, 'graph');
    for (let call = 0; call < 38; call++) budget.spend(Date.now());
    expect((await sync()).outcome).toMatchObject({ result: 'complete' });
    await expectTruth();
    expect(ahead).toBeGreaterThan(50_000);
    expect(at.sandbox.control.requests().every(({ status }) => status !== 429)).toBe(true);
  });
});

describe('an incident that was merged', () => {
  it.each<TenantState>(['graphOnly', 'graphExpandFails'])('is followed to one outside the window, through Graph (%s)', async (state) => {
    inState(state);
    const before = at.sandbox.control.truth(tenantId);
    const target = before.at(-1);
    if (!target) throw new Error('an incident is needed');
    const longAgo = new Date(Date.now() - 100 * 24 * HOUR).toISOString();
    at.sandbox.control.tamperIncident(tenantId, before.length - 1, { lastUpdateTime: longAgo, redirectIncidentId: null });
    at.sandbox.control.tamperIncident(tenantId, 0, { redirectIncidentId: target.incidentId });
    expect((await sync({ windowDays: 30 })).outcome).toMatchObject({ result: 'complete' });
    const found = await store.readIncident({ tenantId, incidentId: String(target.incidentId) });
    expect(found?.row).toMatchObject({ surface: 'graph', alertCount: (target.alerts as unknown[]).length });
    expect(JSON.parse(found?.rawBody ?? '{}')).toMatchObject({ value: [{ id: String(target.incidentId) }] });
  });
});
