import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentChange } from '../../../contract/incident-change';
import type { Surface } from '../../../contract/permissions';
import type { WriteItem } from '../../../contract/writes';
import { AuditLog } from '../../../main/audit/audit-log';
import { rolesMissing } from '../../../main/identity/roles-missing';
import type { SyncHost, SyncService } from '../../../main/incidents/sync-lines';
import { createSyncService } from '../../../main/incidents/sync-service';
import { WriteDesk } from '../../../main/incidents/writing/write-desk';
import { WriteWays } from '../../../main/incidents/writing/write-ways';
import type { StorePort } from '../../../main/store/store-port';
import type { SandboxIncident } from '../../../sandbox/index';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore } from './real-store';

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let desk: WriteDesk;
let service: SyncService;
let tenantId: string;
/** Every state each change was in, in its order. */
/** How long the desk waits between two looks at a change that settles. */
let pause: () => Promise<undefined>;
let states: string[];

const APP = { app: { appId: 'app' } } as const;

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 1, incidents: 6, sameSize: true });
  ({ store, close: closeStore } = await realStore());
  tenantId = at.sandbox.tenants[0]?.tenantId ?? '';
  await store.addTenant({ tenantId, displayName: 'Contoso', domain: null, addedAt: Date.now() });
  for (let index = 0; index < 3; index += 1)
    tamper(index, {
      status: 'Active',
      assignedTo: null,
      classification: 'Unknown',
      determination: 'NotAvailable',
      redirectIncidentId: null,
      tags: [],
      comments: [],
    });
  const host: SyncHost = {
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    heldTokens: async (asked) => asked.map(() => null),
    getToken: async (tenant, wish) => {
      const grant = await at.broker.getToken(tenant, wish);
      return grant.ok ? { ...grant, missingRoles: rolesMissing(at.broker.held(tenant, wish.resource), wish.need) } : grant;
    },
    progress: async () => undefined,
    tenants: async () => undefined,
    writeActivity: async (id, activity) => desk.noteActivity(id, activity),
  };
  service = createSyncService({ host, store, fetch });
  openDesk();
});
afterEach(async () => {
  desk.close();
  await closeStore();
  await at.sandbox.close();
});

function openDesk(now: () => number = Date.now): void {
  states = [];
  pause = async () => undefined;
  desk = new WriteDesk({
    store,
    audit: new AuditLog({ store, now: Date.now, user: () => 'tester', ownTenants: () => [] }),
    ways: new WriteWays({ writerOf: async () => ({ ...APP, environment: at.environment, broker: at.broker }) }, Date.now),
    service,
    now,
    delay: () => pause(),
    log: { error: (message, details) => expect.unreachable(`${message}: ${String(details['error'])}`) },
    onChange: () => void noteStates(),
    onIncident: () => undefined,
  });
}

/** The store may be closed by the time the last one is told. */
const noteStates = () =>
  desk?.view().then(
    ({ batches }) => states.push(...batches.flatMap(({ items }) => items.map(({ state }) => state))),
    () => 0,
  );

const tamper = (index: number, patch: SandboxIncident) =>
  at.sandbox.control.tamperIncident(tenantId, index, { ...patch, lastUpdateTime: new Date().toISOString() });
const truth = (index = 0) => at.sandbox.control.truth(tenantId)[index] ?? {};
const idOf = (index = 0) => String(truth(index)['incidentId']);
const stored = async (index = 0) => (await store.incidentRows([{ tenantId, incidentId: idOf(index) }]))[0];
const sent = () => at.sandbox.control.requests().filter(({ method }) => method !== 'GET');
const faultOf = (surface: Surface) => (surface === 'graph' ? 'graph' : 'incidents');
const trail = async () => (await store.listAudit({ before: null, limit: 50 })).map(({ action }) => action).toReversed();

const answers = async () => (await store.listAudit({ before: null, limit: 50 })).map(({ detail }) => detail['answer'] ?? '').toReversed();

/** Reads everything over a surface. */
async function readOver(surface: Surface): Promise<void> {
  if (surface === 'graph') at.sandbox.control.setTenantState(tenantId, 'graphOnly');
  const graphFirst = surface === 'graph' ? [tenantId] : [];
  const order = {
    runId: 1,
    environment: at.environment,
    tenantIds: [tenantId],
    urgent: [],
    graphFirst,
    interactive: [tenantId],
    windowDays: null,
  };
  const [outcome] = await service.start(order);
  expect(outcome?.result).toBe('complete');
  at.sandbox.control.clearRequests();
}

async function ended(batchId: string): Promise<WriteItem[]> {
  return vi.waitFor(
    async () => {
      const batch = (await desk.view()).batches.find(({ id }) => id === batchId);
      const items = batch?.items ?? [];
      expect(items.filter(({ state }) => /waiting|reading|sending|settling/.test(state))).toEqual([]);
      return items;
    },
    { timeout: 20_000, interval: 30 },
  );
}

/** Orders a change of some incidents, as they are stored, and waits for its end. */
async function change(wanted: IncidentChange, indexes: readonly number[] = [0]) {
  const { subjects } = await desk.prepare(indexes.map((index) => ({ tenantId, incidentId: idOf(index) })));
  const batchId = await desk.start(
    wanted,
    subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt })),
  );
  if (batchId === null) throw new Error('Nothing was ordered');
  return { batchId, items: () => ended(batchId) };
}

const endOf = async (wanted: IncidentChange, index = 0) => (await (await change(wanted, [index])).items())[0];
const WRONG: IncidentChange = { verdict: { classification: 'falsePositive', determination: 'notMalicious' } };

describe.each<Surface>(['xdr', 'graph'])('over %s', (surface) => {
  beforeEach(() => readOver(surface));

  it('sends what changes and nothing else, stores what the service then says, and writes both down', async () => {
    const before = truth();
    const item = await endOf({ status: 'resolved', ...WRONG, addTags: ['Customer told'], comment: 'A test of theirs' });
    expect(item).toMatchObject({ state: 'done' });
    expect(truth()).toMatchObject({
      ...before,
      status: 'Resolved',
      classification: 'FalsePositive',
      determination: 'Clean',
      tags: ['Customer told'],
      comments: [{ comment: 'A test of theirs' }],
      lastUpdateTime: expect.any(String),
    });
    expect((await stored())?.status.toLowerCase()).toBe('resolved');
    expect((await stored())?.alertCount).toBe((before['alerts'] as unknown[]).length);
    expect(sent().map(({ method }) => method)).toEqual(surface === 'graph' ? ['PATCH', 'POST'] : ['PATCH']);
    expect(await trail()).toEqual(['incidentChangeSent', 'incidentChanged']);
    expect((await store.listAudit({ before: null, limit: 1 }))[0]).toMatchObject({
      tenantId,
      user: 'tester',
      detail: { incident: `#${idOf()}`, surface },
    });
    expect(await store.listKeptWrites()).toEqual([]);
  });

  it('writes over nothing that somebody else did meanwhile, and settles it as a person says', async () => {
    tamper(0, { assignedTo: 'other@partner.example' });
    const { batchId, items } = await change({ status: 'resolved', assignedTo: 'me@partner.example' });
    const [item] = await items();
    expect(item).toMatchObject({ state: 'conflict', base: { assignedTo: null }, theirs: { assignedTo: 'other@partner.example' } });
    expect(sent()).toEqual([]);
    expect(await trail()).toEqual(['incidentChangeConflict']);
    expect(desk.settle(batchId, item?.id ?? '', ['status'])).toBe(true);
    expect((await ended(batchId))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Resolved', assignedTo: 'other@partner.example' });
  });

  it('is told apart, in the history, from what others did', async () => {
    const history = async () => (await store.incidentHistory({ tenantId, incidentId: idOf() }))?.changes ?? [];
    expect((await endOf({ addTags: ['Mine'], comment: 'Looked at it' }))?.state).toBe('done');
    expect(await history()).toMatchObject([{ own: true, tags: { added: ['Mine'], removed: [] }, comments: { before: 0, after: 1 } }]);
    tamper(0, { tags: ['Theirs'] });
    await readOver(surface);
    expect((await history())[0]).toMatchObject({ own: false, tags: { added: ['Theirs'], removed: ['Mine'] }, comments: null });
  });

  it('lets tags and comments of others stand, and sends nothing that is so already', async () => {
    tamper(0, { tags: ['Theirs'], comments: [{ comment: 'Theirs', createdBy: 'other', createdTime: new Date().toISOString() }] });
    expect((await endOf({ addTags: ['Mine'], comment: 'Mine' }))?.state).toBe('done');
    expect(truth()['tags']).toEqual(['Theirs', 'Mine']);
    expect(truth()['comments']).toMatchObject([{ comment: 'Theirs' }, { comment: 'Mine' }]);
    tamper(1, { status: 'Resolved' });
    at.sandbox.control.clearRequests();
    expect((await endOf({ status: 'resolved' }, 1))?.state).toBe('unchanged');
    expect(sent()).toEqual([]);
  });

  it('says which role is missing where it was taken away in the middle', async () => {
    const role = surface === 'graph' ? 'SecurityIncident.ReadWrite.All' : 'Incident.ReadWrite.All';
    const message = `Missing application roles. API required roles: ${role}, application roles: .`;
    at.sandbox.control.fault({ match: faultOf(surface), skip: 1, status: 403, body: { error: { code: 'Forbidden', message } } });
    expect(await endOf({ status: 'resolved' })).toMatchObject({ state: 'noPermission', missingRole: role, appId: 'app' });
    expect(truth()['status']).toBe('Active');
    expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeFailed']);
  });

  it('waits as long as the service says, and then goes on', async () => {
    at.sandbox.control.throttle(tenantId, { limitPerMinute: 2, style: 'body', windowSeconds: 1 });
    const items = await (await change({ status: 'inProgress' }, [0, 1])).items();
    expect(items.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(at.sandbox.control.requests().some(({ status }) => status === 429)).toBe(true);
    expect([0, 1].map((index) => truth(index)['status'])).toEqual(['InProgress', 'InProgress']);
    expect((await store.untoldNews(0, null)).news, 'what was done here is no news here').toEqual([]);
  });

  it('sends nothing to an incident that was merged, and names the other one', async () => {
    tamper(0, { redirectIncidentId: truth(3)['incidentId'] });
    expect(await endOf({ status: 'resolved' })).toMatchObject({ state: 'redirected', target: idOf(3) });
    expect(sent()).toEqual([]);
  });

  it('keeps what cannot be sent, over the end of the desk too, and sends it when told to', async () => {
    at.sandbox.control.fault({ match: faultOf(surface), reset: true });
    expect((await endOf({ status: 'resolved' }))?.state).toBe('kept');
    desk.close();
    openDesk();
    at.sandbox.control.clearFaults();
    const { kept } = await desk.view();
    expect(kept).toMatchObject([{ tenantName: 'Contoso', change: { status: 'resolved' }, state: 'kept' }]);
    tamper(0, { assignedTo: 'other@partner.example' });
    const batchId = await desk.sendKept(kept.map(({ id }) => id));
    expect((await ended(batchId ?? ''))[0]?.state).toBe('conflict');
    expect(truth()['status']).toBe('Active');
  });

  it('takes back what can be taken back', async () => {
    tamper(1, { classification: 'TruePositive', determination: 'Phishing', tags: ['Old'] });
    await readOver(surface);
    const { batchId, items } = await change(
      { status: 'resolved', assignedTo: 'me@partner.example', ...WRONG, addTags: ['New'], removeTags: ['Old'], comment: 'Once' },
      [0, 1],
    );
    expect((await items()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await desk.view()).batches[0]).toMatchObject({
      undoable: 2,
      stays: surface === 'xdr' ? ['classification', 'comments'] : ['comments'],
    });
    const undoing = await desk.undo(batchId);
    expect((await ended(undoing ?? '')).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(truth(1)).toMatchObject({
      status: 'Active',
      assignedTo: null,
      classification: 'TruePositive',
      determination: 'Phishing',
      tags: ['Old'],
    });
    expect(truth(0)).toMatchObject({ status: 'Active', classification: surface === 'xdr' ? 'FalsePositive' : 'Unknown' });
    expect(truth(0)['comments']).toHaveLength(1);
    expect(await desk.undo(batchId)).toBeNull();
  });
});

it('does not take what Graph shows of before for the truth while it settles', async () => {
  await readOver('graph');
  at.sandbox.control.setGraph({ settleReads: 3 });
  let goOn = (): void => undefined;
  const between = new Promise<undefined>((resolve) => {
    goOn = () => resolve(undefined);
  });
  pause = () => between;
  const { batchId, items } = await change({ status: 'resolved' });
  await vi.waitFor(() => expect(states).toContain('settling'));
  const undoneAtOnce = await desk.undo(batchId);
  expect(undoneAtOnce).toBeNull();
  goOn();
  expect((await items())[0]).toMatchObject({ state: 'done', theirs: { status: 'resolved' } });
  expect((await stored())?.status).toBe('resolved');
  expect((await stored())?.changedAt).toBeLessThanOrEqual((await stored())?.lookedAt ?? 0);
});

describe('the next change of an incident that was ordered before the one before it was seen', () => {
  beforeEach(async () => {
    await readOver('graph');
    at.sandbox.control.setGraph({ settleReads: 2 });
  });

  it('waits until that shows, and does not take it for somebody else’s', async () => {
    const first = await change({ status: 'resolved' });
    const second = await change({ addTags: ['Later'] });
    const third = await change({ status: 'inProgress', assignedTo: 'me@partner.example' });
    expect((await first.items())[0]?.state).toBe('done');
    expect((await second.items())[0]?.state).toBe('done');
    expect((await third.items())[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'InProgress', assignedTo: 'me@partner.example', tags: ['Later'] });
    expect(await trail()).not.toContain('incidentChangeConflict');
    const undoing = await desk.undo(first.batchId);
    expect((await ended(undoing ?? ''))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Active', assignedTo: 'me@partner.example' });
  });

  it('is no conflict either where the order before it was cleared meanwhile, also over a restart', async () => {
    const { subjects } = await desk.prepare([{ tenantId, incidentId: idOf() }]);
    const seen = subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
    const next = async (wanted: IncidentChange) => (await ended((await desk.start(wanted, seen)) ?? ''))[0]?.state;
    const first = await change({ status: 'resolved' });
    expect((await first.items())[0]?.state).toBe('done');
    expect(desk.dismiss(first.batchId)).toBe(true);
    expect(desk.dismiss(first.batchId)).toBe(false);
    expect((await desk.view()).batches).toEqual([]);
    expect(await next({ addTags: ['Later'] })).toBe('done');
    await vi.waitFor(async () => expect((await store.listWriteResults()).map(({ batch }) => batch.cleared)).toEqual([true, false]));
    desk.close();
    openDesk();
    expect((await desk.view()).batches).toHaveLength(1);
    expect(await next({ assignedTo: 'me@partner.example' })).toBe('done');
    tamper(0, { status: 'Active' });
    expect(await next({ addTags: ['Last'] })).toBe('conflict');
  });

  it('still is a conflict where somebody else came in between', async () => {
    const first = await change({ status: 'resolved' });
    const { subjects } = await desk.prepare([{ tenantId, incidentId: idOf() }]);
    expect((await first.items())[0]?.state).toBe('done');
    tamper(0, { status: 'Active' });
    const seen = subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
    const second = await desk.start({ addTags: ['Later'] }, seen);
    expect((await ended(second ?? ''))[0]).toMatchObject({ state: 'conflict', base: { status: 'resolved' }, theirs: { status: 'active' } });
  });

  it('is none where the reopened one was seen', async () => {
    await (await change({ status: 'resolved' })).items();
    at.sandbox.control.setGraph({ settleReads: 0 });
    tamper(0, { status: 'Active' });
    await readOver('graph');
    expect((await endOf({ addTags: ['Later'] }))?.state).toBe('done');
  });
});

it('asks for nothing where the role is missing, and tries again after the consent', async () => {
  at.sandbox.control.setTenantState(tenantId, 'readOnly');
  await readOver('xdr');
  const { access } = await desk.prepare([{ tenantId, incidentId: idOf() }]);
  expect(access).toMatchObject([{ may: 'no', missingRoles: ['Incident.ReadWrite.All'], appId: 'app' }]);
  const { batchId, items } = await change({ status: 'resolved' });
  expect((await items())[0]).toMatchObject({ state: 'noPermission', missingRole: 'Incident.ReadWrite.All' });
  expect(at.sandbox.control.requests().filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  at.sandbox.control.setTenantState(tenantId, 'consented');
  expect(desk.retry(batchId)).toBe(true);
  expect((await ended(batchId))[0]?.state).toBe('done');
  expect(truth()['status']).toBe('Resolved');
});

it('does not say a comment twice whose answer got lost', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, truncate: 20 });
  const { items } = await change({ status: 'resolved', comment: 'Only once' });
  const [item] = await items();
  expect(truth()['comments']).toHaveLength(1);
  expect(item?.state).toBe('unknown');
  expect((await desk.view()).kept).toMatchObject([{ id: item?.id, state: 'unknown' }]);
  const again = await desk.sendKept([item?.id ?? '']);
  expect((await ended(again ?? ''))[0]?.state).toBe('unchanged');
  expect(truth()['comments']).toHaveLength(1);
  expect((await answers()).slice(1)).toEqual([expect.stringContaining('no answer was heard'), 'Found taken when read again']);
});

it('does not say a comment twice that an earlier version had sent, which did not count them', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, truncate: 20 });
  const [item] = await (await change({ comment: 'Only once' })).items();
  await vi.waitFor(async () => expect((await store.listKeptWrites())[0]?.state).toBe('unknown'));
  if (item) await store.saveKeptWrites([{ ...item, saidBefore: undefined }]);
  const again = await desk.sendKept([item?.id ?? '']);
  expect((await ended(again ?? ''))[0]?.state).toBe('unchanged');
  expect(truth()['comments']).toHaveLength(1);
});

it('adds a comment to an incident that has had one of the same words, also when many are sent again', async () => {
  const note = { comment: 'Customer told', createdBy: 'other', createdTime: new Date().toISOString() };
  const all = [0, 1, 2, 3, 4, 5];
  for (const index of all) tamper(index, { redirectIncidentId: null, comments: index === 0 ? [note] : [] });
  await readOver('xdr');
  await change({ comment: note.comment }, all);
  desk.close();
  openDesk();
  const again = await desk.sendKept((await desk.view()).kept.map(({ id }) => id));
  expect(new Set((await ended(again ?? '')).map(({ state }) => state))).toEqual(new Set(['done']));
  expect(all.map((index) => (truth(index)['comments'] as unknown[]).length)).toEqual([2, 1, 1, 1, 1, 1]);
});

it('adds a comment that was refused before, where the same words stood there already', async () => {
  const note = { comment: 'Customer told', createdBy: 'other', createdTime: new Date().toISOString() };
  tamper(0, { comments: [note] });
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, status: 503, body: {} });
  const { batchId, items } = await change({ comment: note.comment });
  expect((await items())[0]?.state).toBe('failed');
  desk.retry(batchId);
  expect((await ended(batchId))[0]?.state).toBe('done');
  expect(truth()['comments']).toHaveLength(2);
});

describe('a change of which Graph took the fields and not the comment', () => {
  const half: IncidentChange = { status: 'resolved', addTags: ['New'], comment: 'Only once' };
  beforeEach(() => readOver('graph'));

  it('can be taken back', async () => {
    at.sandbox.control.fault({ match: 'graph', skip: 2, times: 1, status: 500, body: {} });
    const { batchId, items } = await change(half);
    expect((await items())[0]).toMatchObject({ state: 'failed', taken: { change: { status: 'resolved', addTags: ['New'] } } });
    expect((await desk.view()).batches[0]).toMatchObject({ undoable: 1, stays: [] });
    const undoing = await desk.undo(batchId);
    expect((await ended(undoing ?? ''))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Active', tags: [], comments: [] });
  });

  it('is taken back whole after the comment went out too, also after a restart', async () => {
    at.sandbox.control.fault({ match: 'graph', skip: 2, times: 1, status: 500, body: {} });
    const { batchId, items } = await change(half);
    await items();
    await vi.waitFor(async () => expect(await store.listWriteResults()).toHaveLength(1));
    desk.close();
    openDesk();
    await desk.view();
    desk.retry(batchId);
    expect((await ended(batchId))[0]?.state).toBe('done');
    expect((await desk.view()).batches[0]).toMatchObject({ undoable: 1, stays: ['comments'] });
    const undoing = await desk.undo(batchId);
    expect((await ended(undoing ?? ''))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Active', tags: [], comments: [{ comment: 'Only once' }] });
  });

  it('is taken back also where nothing was heard of the comment', async () => {
    at.sandbox.control.fault({ match: 'graph', skip: 2, times: 1, delayMs: 400, reset: true });
    const [item] = await (await change(half)).items();
    expect(item).toMatchObject({ state: 'unknown', taken: { change: { status: 'resolved', addTags: ['New'] } } });
    await vi.waitFor(async () => expect((await store.listKeptWrites())[0]?.state).toBe('unknown'));
    desk.close();
    openDesk();
    const again = await desk.sendKept([item?.id ?? '']);
    expect((await ended(again ?? ''))[0]?.state).toMatch(/done|unchanged/);
    const undoing = await desk.undo(again ?? '');
    expect((await ended(undoing ?? ''))[0]?.state).toBe('done');
    expect(truth()).toMatchObject({ status: 'Active', tags: [] });
    expect(truth()['comments']).toHaveLength(1);
  });
});

describe('the trail', () => {
  it('says of a change that was written down as sent and waited for its turn that it was called off', async () => {
    await readOver('xdr');
    at.sandbox.control.fault({ match: 'incidents', skip: 1, status: 429, headers: { 'retry-after': '30' }, body: {} });
    const { batchId, items } = await change({ status: 'resolved' });
    await vi.waitFor(async () =>
      expect((await desk.view()).batches[0]?.items[0]).toMatchObject({ state: 'sending', until: expect.any(Number) }),
    );
    desk.cancel(batchId);
    expect((await items())[0]?.state).toBe('cancelled');
    expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeFailed']);
    expect(await answers()).toEqual(['', 'Not sent: cancelled']);
  });

  it('never says of one that may have been taken before it was called off that it was not sent', async () => {
    await readOver('xdr');
    at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, truncate: 20 });
    at.sandbox.control.fault({ match: 'incidents', status: 429, headers: { 'retry-after': '30' }, body: {} });
    const { batchId, items } = await change({ status: 'resolved' });
    await vi.waitFor(async () => expect((await desk.view()).batches[0]?.items[0]?.until ?? 0).toBeGreaterThan(Date.now() + 20_000), {
      timeout: 10_000,
    });
    desk.cancel(batchId);
    expect((await items())[0]?.state).toBe('unknown');
    expect(truth()['status']).toBe('Resolved');
    expect(await answers()).toEqual(['', expect.stringContaining('no answer was heard')]);
  });

  it('never says that there were no tags where they were not read', async () => {
    tamper(0, { tags: ['Old'] });
    await readOver('xdr');
    await change({ addTags: ['New'] }, [0, 1, 2, 3, 4, 5]);
    desk.close();
    openDesk();
    await desk.dropKept((await desk.view()).kept.map(({ id }) => id));
    const tags = (await store.listAudit({ before: null, limit: 50 })).map(({ detail }) => detail['tags']);
    expect(new Set(tags)).toEqual(new Set(['add New']));
  });
});

it('says of a change that was on its way when it ended that nobody knows, and reads it again before it is sent anew', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, delayMs: 600 });
  await change({ status: 'resolved' });
  await vi.waitFor(() => expect(states).toContain('sending'));
  desk.close();
  openDesk();
  const { kept, batches } = await desk.view();
  expect(batches).toEqual([]);
  expect(kept).toMatchObject([{ change: { status: 'resolved' }, state: 'unknown' }]);
  await vi.waitFor(() => expect(truth()['status']).toBe('Resolved'), { timeout: 5_000 });
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  at.sandbox.control.clearRequests();
  const again = await desk.sendKept(kept.map(({ id }) => id));
  expect((await ended(again ?? ''))[0]?.state).toBe('unchanged');
  expect(sent()).toEqual([]);
});

it('knows after a restart how each change ended, tries the failed ones again, and takes back what was done', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({
    match: 'incidents',
    skip: 1,
    times: 1,
    status: 400,
    body: { error: { code: 'BadRequest', message: 'Not now' } },
  });
  const { batchId, items } = await change({ status: 'resolved' }, [0, 1]);
  expect((await items()).map(({ state }) => state).toSorted()).toEqual(['done', 'failed']);
  const before = (await desk.view()).batches[0];
  await vi.waitFor(async () => expect(await store.listWriteResults()).toHaveLength(2));
  desk.close();
  openDesk();
  const [after] = (await desk.view()).batches;
  const byId = (list: readonly WriteItem[] = []) => list.toSorted((a, b) => a.id.localeCompare(b.id));
  expect({ ...after, items: byId(after?.items) }).toEqual({ ...before, items: byId(before?.items) });

  at.sandbox.control.clearFaults();
  at.sandbox.control.clearRequests();
  expect(desk.retry(batchId)).toBe(true);
  expect((await ended(batchId)).map(({ state }) => state)).toEqual(['done', 'done']);
  expect(sent()).toHaveLength(1);
  const undoing = await desk.undo(batchId);
  expect((await ended(undoing ?? '')).map(({ state }) => state)).toEqual(['done', 'done']);
  for (const index of [0, 1]) expect(truth(index)['status']).toBe('Active');

  await vi.waitFor(async () => expect((await store.listWriteResults()).filter(({ batch }) => batch.id === undoing)).toHaveLength(2));
  desk.close();
  openDesk();
  expect((await desk.view()).batches).toMatchObject([
    { id: undoing, undoes: batchId },
    { id: batchId, undone: true },
  ]);
  for (const { id } of (await desk.view()).batches) expect(desk.dismiss(id)).toBe(true);
  await vi.waitFor(async () =>
    expect((await store.listWriteResults()).map(({ batch }) => batch.cleared)).toEqual([true, true, true, true]),
  );
  desk.close();
  openDesk(() => Date.now() + 8 * 24 * 60 * 60 * 1_000);
  expect((await desk.view()).batches).toEqual([]);
  expect(await store.listWriteResults()).toEqual([]);
});

it('shows the orders of the last seven days after a restart, and forgets older ones', async () => {
  await readOver('xdr');
  const { batchId, items } = await change({ status: 'resolved' });
  await items();
  await vi.waitFor(async () => expect(await store.listWriteResults()).toHaveLength(1));
  const days = (count: number) => () => Date.now() + count * 24 * 60 * 60 * 1_000;
  desk.close();
  openDesk(days(6));
  expect((await desk.view()).batches.map(({ id }) => id)).toEqual([batchId]);
  desk.close();
  openDesk(days(8));
  expect((await desk.view()).batches).toEqual([]);
  expect(await store.listWriteResults()).toEqual([]);
});

it('keeps an order that needs a person beyond the last twenty and the seven days, until it is cleared', async () => {
  await readOver('xdr');
  tamper(0, { assignedTo: 'other@partner.example' });
  const open = await change({ status: 'resolved' });
  expect((await open.items())[0]?.state).toBe('conflict');
  for (let order = 0; order < 21; order += 1) {
    const { batchId } = await change({ addTags: [`Tag ${order}`] }, [1]);
    desk.cancel(batchId);
  }
  const ids = async () => (await desk.view()).batches.map(({ id }) => id);
  expect(await ids()).toHaveLength(21);
  expect((await ids()).at(-1)).toBe(open.batchId);
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toEqual([]));
  desk.close();
  openDesk(() => Date.now() + 8 * 24 * 60 * 60 * 1_000);
  expect(await ids()).toEqual([open.batchId]);
  expect(desk.dismiss(open.batchId)).toBe(true);
  await vi.waitFor(async () => expect(await store.listWriteResults()).toEqual([]));
});

it('can take back again what was to be taken back by an order that was cancelled', async () => {
  await readOver('xdr');
  const { batchId, items } = await change({ status: 'resolved' });
  await items();
  at.sandbox.control.fault({ match: 'incidents', times: 1, delayMs: 400 });
  const undoing = await desk.undo(batchId);
  await vi.waitFor(async () => expect((await desk.view()).batches[0]?.items[0]?.state).toBe('reading'));
  desk.cancel(undoing ?? '');
  expect((await ended(undoing ?? ''))[0]?.state).toBe('cancelled');
  const again = await desk.undo(batchId);
  expect((await ended(again ?? ''))[0]?.state).toBe('done');
  expect(truth()['status']).toBe('Active');
  expect(await desk.undo(batchId)).toBeNull();
});

it('takes a tag off those of many incidents that have it, and sends nothing to the others', async () => {
  for (const index of [0, 1, 2]) tamper(index, { tags: index === 1 ? ['Other'] : ['Old', 'Other'] });
  await readOver('xdr');
  const items = await (await change({ removeTags: ['old'] }, [0, 1, 2])).items();
  expect(items.map(({ state }) => state).toSorted()).toEqual(['done', 'done', 'unchanged']);
  for (const index of [0, 1, 2]) expect(truth(index)['tags']).toEqual(['Other']);
  expect(sent()).toHaveLength(2);
});

it('sends nothing further of an order that was cancelled', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', times: 1, delayMs: 400 });
  const { batchId, items } = await change({ status: 'resolved' }, [0, 1, 2]);
  await vi.waitFor(() => expect(states).toContain('reading'));
  expect(desk.cancel(batchId)).toBe(true);
  expect((await items()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(sent()).toEqual([]);
});

it('knows of an order that was cancelled what it was, also when it ended right then', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', times: 1, delayMs: 400 });
  const { batchId } = await change({ status: 'resolved' }, [0, 1, 2]);
  await vi.waitFor(() => expect(states).toContain('reading'));
  expect(desk.cancel(batchId)).toBe(true);
  desk.close();
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toEqual([]));
  openDesk();
  const { batches, kept } = await desk.view();
  expect(kept).toEqual([]);
  expect(batches.map(({ items }) => items.map(({ state }) => state))).toEqual([['cancelled', 'cancelled', 'cancelled']]);
  expect(sent()).toEqual([]);
});

it('ends what it was closed over as waiting, not as cancelled', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', times: 1, delayMs: 400 });
  await change({ status: 'resolved' }, [0, 1, 2]);
  await vi.waitFor(() => expect(states).toContain('reading'));
  desk.close();
  openDesk();
  const { batches, kept } = await desk.view();
  expect(batches).toEqual([]);
  expect(kept.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
  expect(sent()).toEqual([]);
});

it('says again that it is not known, where reading it anew was cancelled or cut off', async () => {
  await readOver('xdr');
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, truncate: 20 });
  const [item] = await (await change({ status: 'resolved', comment: 'Once' })).items();
  expect(item?.state).toBe('unknown');
  const ids = [item?.id ?? ''];
  at.sandbox.control.clearFaults();
  at.sandbox.control.fault({ match: 'incidents', delayMs: 400 });
  const again = await desk.sendKept(ids);
  await vi.waitFor(async () => expect((await desk.view()).batches[0]?.items[0]?.state).toBe('reading'));
  desk.cancel(again ?? '');
  expect((await ended(again ?? ''))[0]?.state).toBe('unknown');
  await desk.sendKept(ids);
  await vi.waitFor(async () => expect((await desk.view()).batches[0]?.items[0]?.state).toBe('reading'));
  desk.close();
  openDesk();
  expect((await desk.view()).kept).toMatchObject([{ id: ids[0], state: 'unknown' }]);
});
