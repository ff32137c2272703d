import { describe, expect, it, vi } from 'vitest';
import type { IncidentChange } from '../../../../contract/incident-change';
import type { WriteItem } from '../../../../contract/writes';
import { at, change, desk, ended, endOf, idOf, openDesk, readOver, sent, store, tamper, tenantId, truth } from './desk-at-sandbox';

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

it('takes a tag off those of many incidents that have it, and sends nothing to the others', async () => {
  for (const index of [0, 1, 2]) tamper(index, { tags: index === 1 ? ['Other'] : ['Old', 'Other'] });
  await readOver('xdr');
  const items = await (await change({ removeTags: ['old'] }, [0, 1, 2])).items();
  expect(items.map(({ state }) => state).toSorted()).toEqual(['done', 'done', 'unchanged']);
  for (const index of [0, 1, 2]) expect(truth(index)['tags']).toEqual(['Other']);
  expect(sent()).toHaveLength(2);
});

it('tries nothing again of an order that was taken back', async () => {
  await readOver('xdr');
  tamper(0, { assignedTo: 'other@partner.example' });
  at.sandbox.control.fault({ match: 'incidents', skip: 2, times: 1, status: 400, body: { error: { code: 'BadRequest', message: 'No' } } });
  const { batchId, items } = await change({ status: 'resolved' }, [0, 1, 2]);
  expect((await items()).map(({ state }) => state).toSorted()).toEqual(['conflict', 'done', 'failed']);
  const undoing = await desk.undo(batchId);
  expect((await ended(undoing ?? '')).map(({ state }) => state)).toEqual(['done']);
  const called = async () =>
    (await desk.view()).batches
      .find(({ id }) => id === batchId)
      ?.items.map(({ state }) => state)
      .toSorted();
  expect(await called()).toEqual(['cancelled', 'cancelled', 'done']);
  at.sandbox.control.clearRequests();
  expect(desk.retry(batchId)).toBe(true);
  expect(await called()).toEqual(['cancelled', 'cancelled', 'done']);
  expect(sent()).toEqual([]);
  desk.close();
  openDesk();
  expect(await called()).toEqual(['cancelled', 'cancelled', 'done']);
});

describe('a change that was decided before an order that has left since', () => {
  const reassigned: IncidentChange = { assignedTo: 'me@partner.example' };
  /** Orders that change other incidents, more than stay. */
  async function manyOthers(): Promise<void> {
    for (let order = 0; order < 21; order += 1) desk.cancel((await change({ addTags: [`Tag ${order}`] }, [1])).batchId);
    await vi.waitFor(async () => expect(await store.listKeptWrites()).toHaveLength((await desk.view()).kept.length));
  }

  it('meets no conflict with it where the form was open all the while', async () => {
    await readOver('xdr');
    const { subjects } = await desk.prepare([{ tenantId, incidentId: idOf() }]);
    await (await change({ status: 'resolved' })).items();
    await manyOthers();
    const form = subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
    expect((await ended((await desk.start(reassigned, form)) ?? ''))[0]).toMatchObject({ state: 'done' });
    expect(truth()).toMatchObject({ status: 'Resolved', assignedTo: 'me@partner.example' });
    // What somebody else does is still one.
    tamper(0, { assignedTo: 'other@partner.example' });
    expect((await ended((await desk.start(reassigned, form)) ?? ''))[0]).toMatchObject({ state: 'conflict' });
  });

  it('nor where it waited to be sent over restarts, until when what was taken is kept, and no longer', async () => {
    await readOver('xdr');
    at.sandbox.control.fault({ match: 'incidents', reset: true });
    expect(await endOf(reassigned)).toMatchObject({ state: 'kept' });
    at.sandbox.control.clearFaults();
    await (await change({ status: 'resolved' })).items();
    await manyOthers();
    for (const days of [0, 8]) {
      desk.close();
      openDesk(() => Date.now() + days * 24 * 60 * 60 * 1_000);
      await desk.view();
    }
    const [kept] = (await desk.view()).kept;
    expect(await ended((await desk.sendKept([kept?.id ?? ''])) ?? '')).toMatchObject([{ state: 'done' }]);
    expect(truth()).toMatchObject({ status: 'Resolved', assignedTo: 'me@partner.example' });
    await vi.waitFor(async () => expect(await store.listKeptWrites()).toEqual([]));
    desk.close();
    openDesk(() => Date.now() + 16 * 24 * 60 * 60 * 1_000);
    await desk.view();
    expect(await store.listWriteResults()).toEqual([]);
  });
});
