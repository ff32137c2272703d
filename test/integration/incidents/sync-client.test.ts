import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyncProgress } from '../../../contract/sync';
import { SyncClient } from '../../../main/incidents/sync-client';
import type { SyncClientParts } from '../../../main/incidents/sync-client-parts';
import type { SyncHost, SyncOrder, SyncService } from '../../../main/incidents/sync-lines';
import { createSyncService } from '../../../main/incidents/sync-service';
import type { StorePort } from '../../../main/store/store-port';
import { callPort, servePort } from '../../../main/utility/port-calls';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore, storedIncidents } from './real-store';

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let client: SyncClient;
let parts: SyncClientParts;
let ports: MessagePort[];
let endProcess: () => void;
const orders: SyncOrder[] = [];
const progress: SyncProgress[] = [];

function line<Remote extends object>(functions: object) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  servePort(port1, functions);
  return callPort<Remote>(port2, { closed: () => new Error('closed') });
}

/** The reading service behind lines as between two processes. */
function start(host: SyncHost, onEnd: () => void) {
  const service = createSyncService({ host: line<SyncHost>(host).remote, store, fetch });
  const watched: SyncService = {
    ...service,
    start: (order) => {
      orders.push(order);
      return service.start(order);
    },
  };
  const { remote, close } = line<SyncService>(watched);
  endProcess = () => {
    void service.cancel();
    onEnd();
    close(new Error('The process ended'));
  };
  return { service: remote, close: () => close(new Error('closed')) };
}

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 36, incidents: 72 });
  ({ store, close: closeStore } = await realStore());
  for (const { tenantId, displayName } of at.sandbox.tenants)
    await store.addTenant({ tenantId, displayName, domain: null, addedAt: Date.now() });
  ports = [];
  orders.length = 0;
  progress.length = 0;
  parts = {
    start,
    store,
    windowDays: async () => null,
    graphFirst: async () => [],
    log: { error: () => undefined },
    apps: {
      getToken: (tenantId, wish) => at.broker.getToken(tenantId, wish),
      heldTokens: async (asked) => asked.map(() => null),
      retry: () => undefined,
      byReader: async (tenantIds) => [{ environment: at.environment, tenantIds: [...tenantIds] }],
    },
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    onProgress: (step) => progress.push(step),
    onTenantChanged: () => undefined,
    onWriteActivity: async () => undefined,
  };
  client = new SyncClient(parts);
});
afterEach(async () => {
  await client.close();
  for (const port of ports) port.close();
  await closeStore();
  await at.sandbox.close();
});

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });
const inBackground = { interactive: false };
const consented = () => at.sandbox.tenants.filter(({ state }) => state === 'consented').map(({ tenantId }) => tenantId);
const problemOf = async (tenantId: string) => (await store.listTenants()).find((one) => one.tenantId === tenantId)?.problem;
/** A tenant whose first page never comes, and one that is read beside it. */
async function oneHangs() {
  const [slow = '', quick = ''] = consented();
  at.sandbox.control.fault({ match: 'incidents', tenantId: slow, hang: true });
  const both = client.read([slow, quick], inBackground);
  await eventually(() => [...client.refreshing()]).toEqual([slow]);
  return { slow, quick, both };
}

describe('a tenant that takes long', () => {
  it('keeps no other tenant of its run from being read again', async () => {
    const { slow, quick, both } = await oneHangs();
    expect(await client.read([quick], { interactive: true })).toMatchObject([{ tenantId: quick, result: 'complete' }]);
    expect(orders.map(({ tenantIds, interactive }) => [tenantIds, interactive])).toEqual([
      [[slow, quick], []],
      [[quick], [quick]],
    ]);
    // It goes on, and its run with it; how far it is comes a little later than what came of one.
    await eventually(() => progress.at(-1)).toMatchObject({ running: true, tenantsDone: 1 });
    await client.cancel(slow);
    expect(await both).toMatchObject([
      { tenantId: slow, result: 'cancelled' },
      { tenantId: quick, result: 'complete' },
    ]);
    expect(progress.at(-1)).toMatchObject({ running: false });
  });

  it('can be read again once it left the list and was added again', async () => {
    const { slow, both } = await oneHangs();
    await client.without([slow], async () => undefined);
    at.sandbox.control.clearFaults();
    expect(await client.read([slow], inBackground)).toMatchObject([{ result: 'complete' }]);
    expect(await both).toMatchObject([{ result: 'cancelled' }, { result: 'complete' }]);
  });
});

describe('what is stored of a tenant is removed', () => {
  /** Something that waits until it is let go. */
  function gate() {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  }

  it('after its read has ended, and a read that is ordered meanwhile waits for that: never two of one tenant at once', async () => {
    const [tenantId = '', other = ''] = consented();
    const page = gate();
    const removal = gate();
    const { saveIncidentPages } = store;
    let stored = 0;
    store.saveIncidentPages = async (pages) => {
      if (stored++ === 0) await page.opened;
      return saveIncidentPages(pages);
    };
    const old = client.read([tenantId], inBackground);
    await eventually(() => stored).toBe(1);
    let begun = false;
    const removed = client.without([tenantId], async () => {
      begun = true;
      await store.removeTenant(tenantId);
      await store.addTenant({ tenantId, displayName: 'Again', domain: null, addedAt: Date.now() });
      await removal.opened;
    });
    const again = client.read([tenantId, other], inBackground);
    // Others do not wait; nothing is removed under a page that is on its way, and nothing is read under what is being removed.
    await eventually(() => orders.map(({ tenantIds }) => tenantIds)).toEqual([[tenantId], [other]]);
    expect(begun).toBe(false);
    page.open();
    await eventually(() => begun).toBe(true);
    const third = client.read([tenantId], inBackground);
    expect(orders).toHaveLength(2);
    removal.open();
    await removed;
    expect(await old).toMatchObject([{ result: 'cancelled' }]);
    for (const [outcome] of [await again, await third]) expect(outcome).toMatchObject({ tenantId, result: 'complete' });
    expect(orders.map(({ tenantIds }) => tenantIds)).toEqual([[tenantId], [other], [tenantId]]);
    expect(await problemOf(tenantId)).toBeNull();
    expect((await storedIncidents(store, tenantId)).size).toBe(at.sandbox.control.truth(tenantId).length);
  });

  it('one after the other where that is ordered twice, and a removal that fails holds nothing', async () => {
    const [tenantId = ''] = consented();
    const first = gate();
    const done: string[] = [];
    const one = client.without([tenantId], async () => {
      await first.opened;
      done.push('first');
      throw new Error('database is locked');
    });
    const two = client.without([tenantId], async () => void done.push('second'));
    const read = client.read([tenantId], inBackground);
    first.open();
    await expect(one).rejects.toThrow('database is locked');
    await two;
    expect(done).toEqual(['first', 'second']);
    expect(await read).toMatchObject([{ tenantId, result: 'complete' }]);
  });

  it('and who waits for that can be cancelled, and is let go when Tenantry ends', async () => {
    const [tenantId = '', other = ''] = consented();
    const removal = gate();
    const removed = client.without([tenantId, other], () => removal.opened);
    const reads = [client.read([tenantId], inBackground), client.read([other], inBackground)];
    await client.cancel(tenantId);
    await client.close();
    removal.open();
    await removed;
    for (const read of reads) expect(await read).toMatchObject([{ result: 'cancelled' }]);
    expect(orders).toEqual([]);
  });
});

describe('a read that somebody begins to wait for', () => {
  it('is not ordered again, and comes before the others of its run', async () => {
    const tenantIds = at.sandbox.tenants.map(({ tenantId }) => tenantId);
    const last = tenantIds.at(-1) ?? '';
    // All turns there are go to tenants that never give theirs back.
    for (const tenantId of tenantIds) {
      at.sandbox.control.setTenantState(tenantId, 'consented');
      if (tenantId !== last) at.sandbox.control.fault({ match: 'incidents', tenantId, hang: true });
    }
    await client.pause(true);
    const all = client.read(tenantIds, inBackground);
    await eventually(() => orders.length).toBe(1);
    expect(client.refreshing().size).toBe(0);
    const one = client.read([last], { interactive: true });
    await client.pause(false);
    expect(await one).toMatchObject([{ tenantId: last, result: 'complete' }]);
    expect(orders).toHaveLength(1);
    await client.cancel(null);
    await all;
  });
});

describe('a cancel before the process was given anything', () => {
  it.each([
    ['while tenants with open incidents are looked for', 'urgentTenants'],
    ['while apps are looked for', 'byReader'],
  ])('is heard %s', async (_when, awaited) => {
    const [tenantId = '', other = ''] = consented();
    let goOn: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { byReader } = parts.apps;
    if (awaited === 'byReader') parts.apps.byReader = (asked) => waits.then(() => byReader(asked));
    else parts.store = { ...pick(), urgentTenants: () => waits.then(() => []) };
    const outcomes = client.read([tenantId, other], inBackground);
    await client.cancel(tenantId);
    goOn();
    expect(await outcomes).toMatchObject([
      { tenantId, result: 'cancelled' },
      { tenantId: other, result: 'complete' },
    ]);
    expect(orders.map(({ tenantIds }) => tenantIds)).toEqual([[other]]);
  });
});

const pick = (): SyncClientParts['store'] => ({
  recordAttempt: (tenantId, result) => store.recordAttempt(tenantId, result),
  urgentTenants: () => store.urgentTenants(),
  settle: () => store.settle(),
});

describe('what fails around a read', () => {
  it('a store that refuses once ends that read only', async () => {
    const [tenantId = ''] = consented();
    const { byReader } = parts.apps;
    parts.apps.byReader = () => Promise.reject(new Error('database is locked'));
    expect(await client.read([tenantId], inBackground)).toMatchObject([{ result: 'failed', problem: { code: 'storeFailed' } }]);
    expect(await problemOf(tenantId)).toMatchObject({ code: 'storeFailed', detail: 'database is locked' });
    parts.apps.byReader = byReader;
    parts.store = { ...pick(), urgentTenants: () => Promise.reject(new Error('database is locked')) };
    expect(await client.read([tenantId], inBackground)).toMatchObject([{ result: 'failed', problem: { code: 'storeFailed' } }]);
    parts.store = store;
    expect(await client.read([tenantId], inBackground)).toMatchObject([{ result: 'complete' }]);
  });

  it('a tenant without an app is told so at once, whoever else is read', async () => {
    const [slow = '', without = ''] = consented();
    at.sandbox.control.fault({ match: 'incidents', tenantId: slow, hang: true });
    parts.apps.byReader = async () => [{ environment: at.environment, tenantIds: [slow] }];
    const both = client.read([slow, without], inBackground);
    expect(await client.read([without], inBackground)).toMatchObject([{ result: 'failed', problem: { code: 'noPartnerApp' } }]);
    await eventually(() => [...client.refreshing()]).toEqual([slow]);
    await client.cancel(null);
    expect(await both).toMatchObject([{ result: 'cancelled' }, { result: 'failed' }]);
  });

  it('the end of the process is noted on those it still read, and a further one is started', async () => {
    const { slow, quick, both } = await oneHangs();
    endProcess();
    expect(await both).toMatchObject([{ result: 'failed', problem: { code: 'internal' } }, { result: 'complete' }]);
    expect([await problemOf(slow), await problemOf(quick)]).toMatchObject([{ code: 'internal' }, null]);
    at.sandbox.control.clearFaults();
    expect(await client.read([slow], inBackground)).toMatchObject([{ tenantId: slow, result: 'complete' }]);
  });
});

it('reads and changes a single incident over the lines between the processes', async () => {
  const [tenantId = ''] = consented();
  await client.read([tenantId], inBackground);
  const [truth] = at.sandbox.control.truth(tenantId);
  const order = { writeId: '1', tenantId, incidentId: String(truth?.['incidentId']), surface: 'xdr', environment: at.environment } as const;
  expect(await client.writes.readNow(order, null)).toMatchObject({ ok: true, now: { facts: { assignedTo: null } } });
  expect(await client.writes.update(order, { comment: 'Seen' }, Date.now())).toMatchObject({ ok: true });
  expect(at.sandbox.control.truth(tenantId)[0]?.['comments']).toHaveLength(1);
});

it('begins nothing once it is closed, and leaves nobody waiting', async () => {
  const [first, second] = at.sandbox.tenants.map(({ tenantId }) => tenantId);
  if (!first || !second) throw new Error('The sandbox has too few tenants');
  const under = client.read([first], { interactive: true });
  await client.close();
  expect((await under)[0]?.result).toBe('cancelled');
  const known = orders.length;
  expect((await client.read([second], { interactive: true }))[0]?.result).toBe('cancelled');
  expect(orders).toHaveLength(known);
});
