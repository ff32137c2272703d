import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyncOutcome, SyncProgress } from '../../../contract/sync';
import type { SyncHost, SyncService } from '../../../main/incidents/sync-lines';
import { createSyncService } from '../../../main/incidents/sync-service';
import type { StorePort } from '../../../main/store/store-port';
import { callPort, servePort } from '../../../main/utility/port-calls';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore, storedIncidents } from './real-store';

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let service: SyncService;
let ports: MessagePort[];
const progress: SyncProgress[] = [];
/** What the store waits for before it stores pages. */
let gate: Promise<void>;
let pagesCame: number;
const told: [string, SyncOutcome['result'] | 'began'][] = [];

/** A line as between two processes: one end is served, the other called; everything that crosses is copied. */
function line<Remote extends object>(functions: object): Remote {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  servePort(port1, functions);
  return callPort<Remote>(port2, { closed: () => new Error('closed') }).remote;
}

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 12, incidents: 240 });
  ({ store, close: closeStore } = await realStore());
  for (const { tenantId, displayName } of at.sandbox.tenants)
    await store.addTenant({ tenantId, displayName, domain: null, addedAt: Date.now() });
  ports = [];
  progress.length = 0;
  gate = Promise.resolve();
  pagesCame = 0;
  told.length = 0;
  const host: SyncHost = {
    writeActivity: async () => undefined,
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    getToken: (tenantId, options) => at.broker.getToken(tenantId, options),
    heldTokens: async (asked) => asked.map(({ tenantId, ...wish }) => at.broker.heldGrant(tenantId, wish)),
    progress: async (_runId, step) => void progress.push(step),
    tenants: async (of) => {
      for (const { tenantId, outcome } of of) told.push([tenantId, outcome?.result ?? 'began']);
    },
  };
  const remotes = {
    host: line<SyncHost>(host),
    store: line<StorePort>({
      saveIncidentPages: async (pages: Parameters<StorePort['saveIncidentPages']>[0]) => {
        pagesCame += pages.length;
        await gate;
        return store.saveIncidentPages(pages);
      },
      recordAttempts: store.recordAttempts.bind(store),
      readSyncCursors: store.readSyncCursors.bind(store),
      missingTargets: store.missingTargets.bind(store),
    }),
  };
  service = line<SyncService>(createSyncService({ ...remotes, fetch }));
});
afterEach(async () => {
  for (const port of ports) port.close();
  await closeStore();
  await at.sandbox.close();
});

const order = (tenantIds: string[]) => ({
  runId: 1,
  environment: at.environment,
  tenantIds,
  urgent: [],
  graphFirst: [],
  interactive: [],
  windowDays: null,
});
const consented = () => at.sandbox.tenants.filter(({ state }) => state === 'consented').map(({ tenantId }) => tenantId);

describe('the reading service over its lines', () => {
  it('reads every tenant into the store and tells how far it is', async () => {
    const tenantIds = consented();
    const outcomes = await service.start(order(tenantIds));
    expect(outcomes.map(({ tenantId, result }) => [tenantId, result])).toEqual(tenantIds.map((tenantId) => [tenantId, 'complete']));
    for (const tenantId of tenantIds) {
      expect([...(await storedIncidents(store, tenantId)).keys()].sort()).toEqual(
        at.sandbox.control
          .truth(tenantId)
          .map(({ incidentId }) => String(incidentId))
          .sort(),
      );
    }
    await expect.poll(() => progress.at(-1)).toMatchObject({ running: false, tenantsDone: tenantIds.length, tenantsFailed: 0 });
    for (const tenantId of tenantIds)
      expect(told.filter(([one]) => one === tenantId).map(([, what]) => what)).toEqual(['began', 'complete']);
  });

  it('asks for nothing while paused, goes on when told to, and says what was used', async () => {
    const [tenantId = '', second = ''] = consented();
    await service.pause(true);
    const outcomes = service.start(order([tenantId, second]));
    await service.leave(second);
    await expect.poll(() => told).toEqual([[second, 'cancelled']]);
    expect(at.sandbox.control.requests()).toEqual([]);
    await service.pause(false);
    expect(await outcomes).toMatchObject([
      { tenantId, result: 'complete' },
      { tenantId: second, result: 'cancelled' },
    ]);
    const pages = at.sandbox.control.requests().filter(({ path }) => path === '/api/incidents');
    expect(await service.quota(tenantId)).toEqual([
      { surface: 'xdr', lastMinute: pages.length, perMinute: 40, lastHour: pages.length, perHour: 1_400, nextCallAt: null },
    ]);
    expect(await service.quota(second)).toMatchObject([{ lastHour: 0 }]);
  });

  it('has let go of a tenant when its data is deleted: the next read begins at the beginning', async () => {
    const big = at.sandbox.tenants.find(({ state, incidents }) => state === 'consented' && incidents > 100);
    const tenantId = big?.tenantId ?? '';
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const outcomes = service.start(order([tenantId]));
    await expect.poll(() => pagesCame).toBe(1);
    let left = false;
    const deleted = service.leave(tenantId).then(() => {
      left = true;
      return store.clearTenant(tenantId);
    });
    // Answered after `leave`, were that answered at once.
    await service.quota(tenantId);
    expect(left).toBe(false);
    open();
    expect(await deleted).toBe(100);
    expect(await outcomes).toMatchObject([{ tenantId, result: 'cancelled' }]);
    expect((await storedIncidents(store, tenantId)).size).toBe(0);
    expect(await service.start(order([tenantId]))).toMatchObject([{ tenantId, result: 'complete' }]);
    expect((await storedIncidents(store, tenantId)).size).toBe(at.sandbox.control.truth(tenantId).length);
  });

  it('ends every read when cancelled', async () => {
    const [tenantId = ''] = consented();
    at.sandbox.control.fault({ match: 'incidents', hang: true });
    const outcomes = service.start(order([tenantId]));
    await expect.poll(() => told).toContainEqual([tenantId, 'began']);
    await service.cancel();
    expect(await outcomes).toMatchObject([{ tenantId, result: 'cancelled' }]);
  });
});
