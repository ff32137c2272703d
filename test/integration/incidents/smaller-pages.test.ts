import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Surface } from '../../../contract/permissions';
import type { FetchPort } from '../../../main/cloud/fetch-port';
import { CallBudgets } from '../../../main/incidents/call-budget';
import { GraphProvider } from '../../../main/incidents/graph-provider';
import { SurfaceRefusals } from '../../../main/incidents/surface-refusals';
import { syncTenants } from '../../../main/incidents/sync-engine';
import { Turns } from '../../../main/incidents/turns';
import { XdrProvider } from '../../../main/incidents/xdr-provider';
import type { StorePort } from '../../../main/store/store-port';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore, storedIncidents } from './real-store';

const INCIDENTS = 130;
const CALM = { headersMs: 20_000, bodyMs: 30_000, maxBytes: 64 * 1024 * 1024 };
/** More than a quarter of a page of either surface, and less than the whole. */
const SMALL = { ...CALM, maxBytes: 160_000 };
/** More than half of what may be held then. */
const LONG = 'All that happened, in the words of the sensor that saw it. '.repeat(1_600);
/** As a gateway says that the service took too long. */
const TOO_LONG = { status: 504, body: { error: { code: 'GatewayTimeout', message: 'The request timed out.' } } };

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let tenantId: string;
let budgets: CallBudgets;
/** What is added to the clock. */
let ahead: number;
/** When each page of incidents was asked for, how many rows, from where, and whether alerts come with them. */
let asked: { at: number; top: number; skip: number; expand: boolean; link: boolean }[];

/** What happens in the cloud before the page of this number is asked for. */
let beforeCall: (call: number) => void;

const now = (): number => Date.now() + ahead;
const watched: FetchPort = (url, init) => {
  const { pathname, searchParams } = new URL(url);
  if (/^\/(?:api|v1\.0\/security)\/incidents$/.test(pathname)) {
    const number = (name: string): number => Number(searchParams.get(name) ?? 0);
    beforeCall(asked.length + 1);
    asked.push({
      at: now(),
      top: number('$top'),
      skip: number('$skip'),
      expand: searchParams.has('$expand'),
      link: searchParams.has('$skiptoken'),
    });
  }
  return fetch(url, init);
};

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 1, incidents: INCIDENTS });
  ({ store, close: closeStore } = await realStore());
  tenantId = at.sandbox.tenants[0]?.tenantId ?? '';
  await store.addTenant({ tenantId, displayName: 'Talkative', domain: null, addedAt: Date.now() });
  at.sandbox.control.setTenantState(tenantId, 'bothSurfaces');
  budgets = new CallBudgets();
  ahead = 0;
  asked = [];
  beforeCall = () => undefined;
});
afterEach(async () => {
  at.sandbox.control.clearFaults();
  await closeStore();
  await at.sandbox.close();
});

async function sync(surface: Surface, limits: typeof CALM) {
  at.sandbox.control.clearRequests();
  const access = { environment: at.environment, fetch: watched, now: Date.now, limits };
  const [outcome] = await syncTenants(
    {
      tokens: at.broker,
      providers: [new XdrProvider(access), new GraphProvider(access)],
      refusals: new SurfaceRefusals(),
      store,
      turns: new Turns(8),
      tokenTurns: new Turns(8),
      budgets,
      windowDays: null,
      now,
      random: () => 0,
      delay: async (ms) => void (ahead += ms),
    },
    {
      tenantIds: [tenantId],
      graphFirst: new Set(surface === 'graph' ? [tenantId] : []),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  return outcome;
}

async function expectTruth(): Promise<void> {
  const truth = at.sandbox.control.truth(tenantId);
  const rows = await storedIncidents(store, tenantId);
  expect([...rows.keys()].toSorted()).toEqual(truth.map(({ incidentId }) => String(incidentId)).toSorted());
  for (const { incidentId, alerts } of truth)
    expect(rows.get(String(incidentId))).toMatchObject({ alertCount: (alerts as unknown[]).length, unlistedAt: null });
}

/** Every call that left for the surface, told by the sandbox, is in the tenant's quota. */
function expectCounted(surface: Surface): void {
  const calls = at.sandbox.control.requests().filter(({ path }) => /^\/(?:api|v1\.0)\//.test(path));
  expect(calls.length).toBeGreaterThan(0);
  expect(budgets.of(tenantId, surface).use(now()).lastHour).toBe(calls.length);
}

describe.each<[Surface, number, number]>([
  ['xdr', 100, 25],
  ['graph', 50, 12],
])('through %s', (surface, most, quarter) => {
  it('a page that is too large is asked for with a quarter of its rows, and so is the rest; every call is counted', async () => {
    expect(await sync(surface, SMALL)).toMatchObject({ result: 'complete', incidents: INCIDENTS });
    await expectTruth();
    expect(asked.slice(0, 2)).toMatchObject([{ top: most }, { top: quarter }]);
    expect(asked.slice(2).filter(({ top, link }) => !link && top !== quarter)).toEqual([]);
    expect(asked.length).toBeGreaterThan(Math.ceil(INCIDENTS / quarter));
    expectCounted(surface);
  });

  it('so is one that takes the service too long', async () => {
    at.sandbox.control.fault({ match: surface === 'xdr' ? 'incidents' : 'graph', ...TOO_LONG, times: 1 });
    expect(await sync(surface, CALM)).toMatchObject({ result: 'complete', incidents: INCIDENTS });
    await expectTruth();
    expect(asked.slice(0, 2)).toMatchObject([{ top: most }, { top: quarter }]);
    expectCounted(surface);
  });

  it('the smaller one waits until the quota has room for it', async () => {
    const budget = budgets.of(tenantId, surface);
    const before = now();
    for (let call = 0; call < 39; call++) budget.spend(before);
    expect(await sync(surface, SMALL)).toMatchObject({ result: 'complete', incidents: INCIDENTS });
    await expectTruth();
    expect(asked.slice(0, 2)).toMatchObject([{ top: most }, { top: quarter }]);
    expect((asked[0]?.at ?? 0) - before).toBeLessThan(50_000);
    expect((asked[1]?.at ?? 0) - before).toBeGreaterThanOrEqual(60_000);
  });
});

describe('through Graph', () => {
  it('a page in the middle of the list is asked for lighter from a few rows back, and nothing is lost where the list moves meanwhile', async () => {
    at.sandbox.control.fault({ match: 'graph', ...TOO_LONG, times: 1, skip: 1 });
    beforeCall = (call) => void (call === 3 && at.sandbox.control.removeIncident(tenantId, 3));
    expect(await sync('graph', CALM)).toMatchObject({ result: 'complete' });
    const stored = await storedIncidents(store, tenantId);
    expect(at.sandbox.control.truth(tenantId).filter(({ incidentId }) => !stored.has(String(incidentId)))).toEqual([]);
    expect(asked.slice(0, 3)).toMatchObject([
      { top: 50, skip: 0 },
      { top: 50, skip: 45 },
      { top: 12, skip: 45, expand: true },
    ]);
  });

  it('alerts that cannot be given with fewer rows either are asked for apart, with whole pages of incidents', async () => {
    at.sandbox.control.setTenantState(tenantId, 'graphExpandFails');
    expect(await sync('graph', CALM)).toMatchObject({ result: 'complete', incidents: INCIDENTS });
    await expectTruth();
    expect(asked.slice(0, 3)).toMatchObject([
      { top: 50, expand: true },
      { top: 12, expand: true },
      { top: 50, expand: false },
    ]);
    expect(asked.slice(3).every(({ top, expand }) => top === 50 && !expand)).toBe(true);
    expectCounted('graph');
  });

  it('ten incidents whose alerts are larger than may be held come with alerts asked for apart, and with fewer of those at a time', async () => {
    for (const index of [0, 9]) {
      const alerts = at.sandbox.control.truth(tenantId)[index]?.alerts as Record<string, unknown>[];
      at.sandbox.control.tamperIncident(tenantId, index, {
        alerts: alerts.map((one, at) => (at > 0 ? one : { ...one, description: LONG })),
      });
    }
    expect(await sync('graph', SMALL)).toMatchObject({ result: 'complete', incidents: INCIDENTS });
    await expectTruth();
    expect(asked.slice(0, 4)).toMatchObject([
      { top: 50, expand: true },
      { top: 12, expand: true },
      { top: 10, expand: true },
      { top: 50, expand: false },
    ]);
    const alerts = at.sandbox.control.requests().filter(({ path }) => path.endsWith('/alerts_v2'));
    const [whole, fewer, fewest] = alerts.map(({ query }) => new URLSearchParams(query).get('$top'));
    expect([whole, fewer, fewest]).toEqual(['100', '25', '10']);
    expectCounted('graph');
  });
});
