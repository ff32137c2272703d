import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../contract/problem';
import type { TenantState as ShownState } from '../../../contract/tenant';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { GraphProvider } from '../../../main/incidents/graph-provider';
import { delay } from '../../../main/incidents/retry';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { type SyncParts, syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';
import { tenantHealth } from '../../../main/tenants/tenant-health';
import type { FaultRule, TenantState } from '../../../sandbox/index';
import { type PartnerAtSandbox, partnerAtSandbox, QUICK } from '../identity/partner';
import { realStore, storedIncidents } from './real-store';

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
/** Quick ones for a service that never answers; otherwise as long as a busy machine takes. */
let limits: typeof QUICK | undefined;
const waits: number[] = [];

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 12, incidents: 240 });
  const opened = await realStore();
  ({ store } = opened);
  closeStore = opened.close;
  limits = undefined;
  waits.length = 0;
  for (const { tenantId, displayName, domain } of at.sandbox.tenants)
    await store.addTenant({ tenantId, displayName, domain, addedAt: Date.now() });
});
afterEach(async () => {
  await closeStore();
  await at.sandbox.close();
});

const access = () => ({ environment: at.environment, fetch, now: Date.now, limits });
const provider = () => new XdrProvider(access());
function sync(tenantIds: string[], overrides: Partial<SyncParts> = {}, signal = new AbortController().signal) {
  // Pauses between attempts are noted, not waited for; what the service itself asks for is waited for.
  const pause = async (ms: number, until: AbortSignal): Promise<void> => {
    waits.push(ms);
    if (ms > 3_500) await delay(ms, until);
  };
  const budgets = new CallBudgets();
  const parts = {
    tokens: at.broker,
    providers: [provider(), new GraphProvider(access())],
    refusals: new SurfaceRefusals(),
    store,
    turns: new Turns(8),
    tokenTurns: new Turns(8),
    budgets,
    windowDays: null,
    now: Date.now,
    random: () => 0,
    delay: pause,
    ...overrides,
  };
  return syncTenants(parts, { tenantIds, signal, onProgress: () => undefined });
}
const stored = async (tenantId: string) => {
  const tenant = (await store.listTenants()).find((one) => one.tenantId === tenantId);
  if (!tenant) throw new Error('The tenant is not stored');
  return tenant;
};
const incidentRequests = () => at.sandbox.control.requests().filter(({ path }) => path.startsWith('/api/incidents')).length;

/** What each state of the sandbox must come out as. */
const EXPECTED: Record<TenantState, [ProblemCode | null, ShownState]> = {
  consented: [null, 'fresh'],
  notConsented: ['consentMissing', 'consentMissing'],
  notConsentedOld: ['consentMissing', 'consentMissing'],
  partial: ['rolesMissing', 'noPermission'],
  bothSurfaces: [null, 'fresh'],
  graphOnly: [null, 'fresh'],
  graphExpandFails: [null, 'fresh'],
  noRoles: ['rolesMissing', 'noPermission'],
  readOnly: [null, 'fresh'],
  notLicensed: ['notLicensed', 'notLicensed'],
  resourceMissing: ['notLicensed', 'notLicensed'],
  appDisabled: ['appDisabled', 'failed'],
  secretExpired: ['credentialExpired', 'failed'],
  conditionalAccess: ['conditionalAccess', 'failed'],
  unknownTenant: ['tenantNotFound', 'failed'],
  tenantBlocked: ['tenantBlocked', 'failed'],
};

/** A value of Defender XDR as Graph spells it. */
const onGraph = (value: string): string => (value === 'UnSpecified' ? 'unknown' : value.charAt(0).toLowerCase() + value.slice(1));

async function expectTruth(tenantId: string): Promise<void> {
  const truth = at.sandbox.control.truth(tenantId);
  const rows = await storedIncidents(store, tenantId);
  expect(rows.size).toBe(truth.length);
  for (const incident of truth) {
    const row = rows.get(String(incident['incidentId']));
    expect(row).toMatchObject({
      name: incident['incidentName'],
      alertCount: (incident['alerts'] as unknown[]).length,
      updatedAt: Date.parse(String(incident['lastUpdateTime']).replace(/(\.\d{3})\d+/, '$1')),
    });
    const spelled = (value: unknown): string => (row?.surface === 'graph' ? onGraph(String(value)) : String(value));
    expect([row?.severity, row?.status]).toEqual([spelled(incident['severity']), spelled(incident['status'])]);
  }
}

describe('a full read', () => {
  it('leaves the store equal to the cloud, and every tenant in its own state', async () => {
    const [expanding, stepping] = at.sandbox.tenants.filter(({ state }) => state === 'consented');
    at.sandbox.control.setTenantState(expanding?.tenantId ?? '', 'graphOnly');
    at.sandbox.control.setTenantState(stepping?.tenantId ?? '', 'graphExpandFails');
    const tenants = at.sandbox.tenants.filter(({ state }) => state !== 'secretExpired');
    const outcomes = await sync(tenants.map(({ tenantId }) => tenantId));
    for (const [index, { tenantId, state }] of tenants.entries()) {
      const [code, shown] = EXPECTED[state];
      expect(outcomes[index]).toMatchObject(
        code === null ? { tenantId, result: 'complete' } : { tenantId, result: 'failed', problem: { code } },
      );
      expect(tenantHealth(await stored(tenantId), { now: Date.now(), refreshing: false })).toMatchObject({ state: shown });
      if (code === null) await expectTruth(tenantId);
      else expect((await stored(tenantId)).incidentCount).toBe(0);
    }
    expect(outcomes.filter(({ result }) => result === 'complete').length).toBeGreaterThan(0);
    expect(outcomes.filter(({ result }) => result === 'failed').length).toBeGreaterThan(2);
  });

  it('keeps what the service sent, to the last digit', async () => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.tamperIncident(tenantId, 0, {
      newField: { deep: ['<b>', 1.5] },
      status: 'AwaitingAction',
      alerts: [{ alertId: 'x', entities: [{ entityType: 'QuantumLink', name: 'q' }] }],
    });
    await sync([tenantId]);
    for (const incident of at.sandbox.control.truth(tenantId)) {
      const found = await store.readIncident({ tenantId, incidentId: String(incident['incidentId']) });
      expect(JSON.parse(provider().rawAt(found?.rawBody ?? '', found?.row.rawIndex ?? -1))).toEqual(incident);
    }
    const [first] = at.sandbox.control.truth(tenantId);
    const found = await store.readIncident({ tenantId, incidentId: String(first?.['incidentId']) });
    expect(found?.row).toMatchObject({ status: 'AwaitingAction' });
    expect(provider().contentAt(found?.rawBody ?? '', found?.row.rawIndex ?? -1)).toMatchObject({
      other: [{ name: 'newField', value: '{"deep":["<b>",1.5]}' }],
      entities: [{ kind: 'QuantumLink', known: false, title: 'q' }],
    });
  });

  it('reads again and takes what changed and what is new', async () => {
    const tenantId = at.tenantIn('consented');
    await sync([tenantId]);
    at.sandbox.control.addIncident(tenantId, { incidentName: 'Brand new' });
    at.sandbox.control.tamperIncident(tenantId, 3, { severity: 'High', lastUpdateTime: new Date().toISOString() });
    await sync([tenantId]);
    await expectTruth(tenantId);
  });

  it('follows next links when the service sends them', async () => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.setNextLink(true);
    expect((await sync([tenantId]))[0]).toMatchObject({ result: 'complete' });
    await expectTruth(tenantId);
  });

  it("never asks the API with another tenant's token", async () => {
    const [one, two] = at.sandbox.tenants.filter(({ state }) => state === 'consented');
    if (!one || !two) throw new Error('two consented tenants are needed');
    at.sandbox.control.issueTokenFor(one.tenantId, two.tenantId);
    expect((await sync([one.tenantId]))[0]).toMatchObject({ result: 'failed', problem: { code: 'wrongTenantToken' } });
    expect(incidentRequests()).toBe(0);
    expect(tenantHealth(await stored(one.tenantId), { now: Date.now(), refreshing: false }).state).toBe('tokenWrong');
  });
});

describe('bad weather at the API', () => {
  it.each<[string, Omit<FaultRule, 'match'>, ProblemCode, number]>([
    ['a server fault', { status: 500, body: { error: { code: 'InternalServerError', message: '' } } }, 'serviceError', 3],
    ['silence', { hang: true }, 'timeout', 3],
    ['a cut connection', { reset: true }, 'unreachable', 3],
    ['half a page', { truncate: 40 }, 'unreachable', 3],
    ['broken JSON', { status: 200, body: '{"value":[{"incidentId":1,', contentType: 'application/json' }, 'unreadable', 1],
    ['a web page', { status: 200, body: '<html><title>Proxy</title></html>', contentType: 'text/html' }, 'unreadable', 1],
    ['a long throttle', { status: 429, headers: { 'retry-after': '600' }, body: { error: { code: '429', message: '' } } }, 'throttled', 1],
    [
      'a missing role',
      {
        status: 403,
        body: {
          error: { code: 'Forbidden', message: 'Missing application roles. API required roles: Incident.Read.All, application roles: .' },
        },
      },
      'rolesMissing',
      1,
    ],
  ])('%s stops that tenant only, and is gone with the next read', async (_name, rule, code, requests) => {
    const [bad, good] = at.sandbox.tenants.filter(({ state }) => state === 'consented');
    if (!bad || !good) throw new Error('two consented tenants are needed');
    at.sandbox.control.fault({ match: 'incidents', tenantId: bad.tenantId, ...rule });
    if (rule.hang) limits = QUICK;
    expect(await sync([bad.tenantId, good.tenantId])).toMatchObject([{ result: 'failed', problem: { code } }, { result: 'complete' }]);
    expect(waits).toHaveLength(requests - 1);
    expect((await stored(bad.tenantId)).problem).toMatchObject({ code });
    await expectTruth(good.tenantId);
    at.sandbox.control.clearFaults();
    expect((await sync([bad.tenantId]))[0]).toMatchObject({ result: 'complete' });
    expect((await stored(bad.tenantId)).problem).toBeNull();
    await expectTruth(bad.tenantId);
  });

  it('waits as the body says when throttled, and reads on to the end', async () => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.throttle(tenantId, { limitPerMinute: 1, style: 'body', windowSeconds: 1 });
    expect((await sync([tenantId], { delay }))[0]).toMatchObject({ result: 'complete' });
    await expectTruth(tenantId);
    expect(at.sandbox.control.requests().some(({ status }) => status === 429)).toBe(true);
  });

  it('keeps the pages read before it failed, and says that they are not all', async () => {
    const big = at.sandbox.tenants.find(({ state, incidents }) => state === 'consented' && incidents > 100);
    if (!big) throw new Error('a tenant with two pages is needed');
    at.sandbox.control.fault({ match: 'incidents', tenantId: big.tenantId, skip: 1, status: 503, body: '' });
    expect((await sync([big.tenantId]))[0]).toMatchObject({ result: 'partial', incidents: 100, problem: { code: 'serviceError' } });
    expect(await stored(big.tenantId)).toMatchObject({ partial: true, incidentCount: 100, lastCompleteAt: null });
    expect(tenantHealth(await stored(big.tenantId), { now: Date.now(), refreshing: false }).state).toBe('partial');
  });

  it('renews a token the API refuses', async () => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.fault({
      match: 'incidents',
      times: 1,
      status: 401,
      body: { error: { code: 'Unauthorized', message: 'The token is expired' } },
    });
    expect((await sync([tenantId]))[0]).toMatchObject({ result: 'complete' });
    expect(at.tokenRequests()).toBe(2);
  });

  it("stops asking when the partner's credential has expired, and says why on each tenant that was not read", async () => {
    at.sandbox.control.setCredential('expired');
    const outcomes = await sync(
      at.sandbox.tenants.map(({ tenantId }) => tenantId),
      { turns: new Turns(2), tokenTurns: new Turns(2) },
    );
    expect(new Set(outcomes.map(({ problem }) => problem?.code))).toEqual(new Set(['credentialExpired']));
    expect(at.said.map((problem) => problem?.code)).toEqual(['credentialExpired']);
    expect(at.tokenRequests()).toBeLessThanOrEqual(2);
    for (const { tenantId } of outcomes) expect((await stored(tenantId)).problem).toMatchObject({ code: 'credentialExpired' });
  });

  it('ends when cancelled, also while it waits', async () => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.fault({ match: 'incidents', status: 429, headers: { 'retry-after': '60' }, body: {} });
    const abort = new AbortController();
    const waiting = (ms: number, signal: AbortSignal): Promise<void> => {
      const over = delay(ms, signal);
      abort.abort();
      return over;
    };
    expect((await sync([tenantId], { delay: waiting }, abort.signal))[0]).toMatchObject({ result: 'cancelled' });
    expect((await stored(tenantId)).lastAttemptAt).toBeNull();
  });
});
