import { expect, it, vi } from 'vitest';
import { at, change, desk, ended, openDesk, readOver, sent, states, store, truth } from './desk-at-sandbox';

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
