import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentChange } from '../../../../contract/incident-change';
import {
  at,
  change,
  desk,
  ended,
  endOf,
  idOf,
  openDesk,
  pauseFor,
  readOver,
  sent,
  states,
  store,
  stored,
  tamper,
  tenantId,
  trail,
  truth,
  WRONG,
} from './desk-at-sandbox';

it('does not take what Graph shows of before for the truth while it settles', async () => {
  await readOver('graph');
  at.sandbox.control.setGraph({ settleReads: 3 });
  let goOn = (): void => undefined;
  const between = new Promise<undefined>((resolve) => {
    goOn = () => resolve(undefined);
  });
  pauseFor(() => between);
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

it('takes a classification off through Graph alone, also of an incident that was read over Defender XDR since', async () => {
  await readOver('graph');
  const { batchId, items } = await change(WRONG);
  expect((await items())[0]?.state).toBe('done');
  at.sandbox.control.setTenantState(tenantId, 'bothSurfaces');
  await readOver('xdr');
  const undoing = await desk.undo(batchId);
  expect((await ended(undoing ?? ''))[0]).toMatchObject({ state: 'done', taken: { surface: 'graph' } });
  expect(truth()['classification']).toBe('Unknown');
});

it('says which role is missing for it where Graph is not allowed any more, and sends nothing over Defender XDR', async () => {
  await readOver('graph');
  const { batchId, items } = await change(WRONG);
  expect((await items())[0]?.state).toBe('done');
  at.sandbox.control.setTenantState(tenantId, 'consented');
  await readOver('xdr');
  await at.broker.acquire(tenantId, { resource: 'graph', fresh: true });
  const undoing = (await desk.undo(batchId)) ?? '';
  expect((await ended(undoing))[0]).toMatchObject({ state: 'noPermission', missingRole: 'SecurityIncident.ReadWrite.All' });
  expect(sent().filter(({ method }) => method === 'PATCH')).toEqual([]);
});
