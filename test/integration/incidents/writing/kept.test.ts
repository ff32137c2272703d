import { beforeEach, expect, it, vi } from 'vitest';
import { answers, at, change, desk, ended, endOf, openDesk, readOver, store, trail, truth } from './desk-at-sandbox';

beforeEach(() => readOver('xdr'));

const unreachable = () => at.sandbox.control.fault({ match: 'incidents', reset: true });

/** A change of which nothing was heard. */
async function unheard(): Promise<string> {
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, truncate: 20 });
  const item = await endOf({ status: 'resolved', comment: 'Only once' });
  expect(item?.state).toBe('unknown');
  await vi.waitFor(async () => expect((await store.listKeptWrites())[0]?.state).toBe('unknown'));
  return item?.id ?? '';
}

it('sends what waited once, however often it is told to at a time', async () => {
  unreachable();
  const kept = await endOf({ comment: 'Only once' });
  expect(kept?.state).toBe('kept');
  at.sandbox.control.clearFaults();
  const ids = [kept?.id ?? ''];
  const orders = await Promise.all([desk.sendKept(ids), desk.sendKept(ids)]);
  const told = orders.filter((order) => order !== null);
  expect(told).toHaveLength(1);
  expect((await ended(told[0] ?? ''))[0]?.state).toBe('done');
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toEqual([]));
  expect(truth()['comments']).toHaveLength(1);
});

it('drops nothing that is sent at the same time', async () => {
  unreachable();
  const kept = await endOf({ status: 'resolved' });
  at.sandbox.control.clearFaults();
  const ids = [kept?.id ?? ''];
  const [order] = await Promise.all([desk.sendKept(ids), desk.dropKept(ids)]);
  expect((await ended(order ?? ''))[0]?.state).toBe('done');
  expect(await trail()).toEqual(['incidentChangeKept', 'incidentChangeSent', 'incidentChanged']);
});

it('never says of a dropped change that may have been taken that it was not sent', async () => {
  await desk.dropKept([await unheard()]);
  expect(truth()['status']).toBe('Resolved');
  expect(await trail()).toEqual(['incidentChangeSent', 'incidentChangeKept', 'incidentChangeDropped']);
  expect((await answers()).at(-1)).not.toContain('Not sent');
  expect((await answers()).at(-1)).toContain('not known');
});

it('says of a dropped change of which the fields were taken that they were, in the trail and where it is shown', async () => {
  await readOver('graph');
  at.sandbox.control.fault({ match: 'graph', skip: 2, times: 1, truncate: 20 });
  const item = await endOf({ status: 'resolved', comment: 'Only once' });
  expect(item).toMatchObject({ state: 'unknown', taken: { change: { status: 'resolved' } } });
  await vi.waitFor(async () => expect((await store.listKeptWrites())[0]?.taken).toBeDefined());
  desk.close();
  openDesk();
  await desk.view();
  await desk.dropKept([item?.id ?? '']);
  const [sent, kept, dropped] = await answers();
  expect(sent).toBe('');
  for (const answer of [kept, dropped]) {
    expect(answer).toContain('Taken in part');
    expect(answer).toContain('not known');
  }
  const orders = async () => (await desk.view()).batches;
  expect(await orders()).toMatchObject([
    { undoable: 1, items: [{ state: 'cancelled', doubtful: true, taken: { change: { status: 'resolved' } } }] },
  ]);
  desk.close();
  openDesk();
  expect(await orders()).toMatchObject([{ undoable: 1, items: [{ state: 'cancelled', doubtful: true }] }]);
  const undoing = await desk.undo((await orders())[0]?.id ?? '');
  expect((await ended(undoing ?? ''))[0]?.state).toBe('done');
  expect(truth()['status']).toBe('Active');
});

it('does not try a change again, after a restart, that failed first, then waited, and was dropped', async () => {
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, status: 400, body: { error: { code: 'BadRequest', message: 'No' } } });
  const { batchId, items } = await change({ status: 'resolved' });
  expect((await items())[0]?.state).toBe('failed');
  unreachable();
  desk.retry(batchId);
  const [kept] = await ended(batchId);
  expect(kept?.state).toBe('kept');
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toHaveLength(1));
  const states = async () => (await desk.view()).batches.flatMap((batch) => batch.items.map(({ state }) => state));
  await desk.dropKept([kept?.id ?? '']);
  desk.close();
  openDesk();
  expect(await states()).toEqual(['cancelled']);
});

it('does not try it again either where Tenantry ended before it was dropped', async () => {
  at.sandbox.control.fault({ match: 'incidents', skip: 1, times: 1, status: 400, body: { error: { code: 'BadRequest', message: 'No' } } });
  const { batchId, items } = await change({ status: 'resolved' });
  await items();
  unreachable();
  desk.retry(batchId);
  const [kept] = await ended(batchId);
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toHaveLength(1));
  desk.close();
  openDesk();
  await desk.view();
  await desk.dropKept([kept?.id ?? '']);
  desk.close();
  openDesk();
  expect((await desk.view()).batches.flatMap((batch) => batch.items.map(({ state }) => state))).toEqual(['cancelled']);
});

it('can take an order back again whose taking back waited over a restart and was dropped', async () => {
  const { batchId, items } = await change({ status: 'resolved' });
  await items();
  unreachable();
  const undoing = await desk.undo(batchId);
  const [kept] = await ended(undoing ?? '');
  expect(kept?.state).toBe('kept');
  await vi.waitFor(async () => expect(await store.listKeptWrites()).toHaveLength(1));
  desk.close();
  openDesk();
  expect((await desk.view()).batches).toMatchObject([{ id: batchId, undone: true }]);
  at.sandbox.control.clearFaults();
  await desk.dropKept([kept?.id ?? '']);
  expect((await desk.view()).batches.find(({ id }) => id === batchId)).toMatchObject({ undone: false, undoable: 1 });
  const again = await desk.undo(batchId);
  expect((await ended(again ?? ''))[0]?.state).toBe('done');
  expect(truth()['status']).toBe('Active');
});
