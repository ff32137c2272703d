import { expect, it, vi } from 'vitest';
import { answers, at, change, desk, ended, idOf, openDesk, readOver, store, tamper, tenantId, truth } from './desk-at-sandbox';

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

it('says a comment once to an incident that is named twice in one order', async () => {
  await readOver('xdr');
  const { subjects } = await desk.prepare([{ tenantId, incidentId: idOf() }]);
  const seen = subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt }));
  const order = await desk.start({ comment: 'Only once' }, [...seen, ...seen]);
  expect((await ended(order ?? '')).map(({ state }) => state)).toEqual(['done']);
  expect(truth()['comments']).toHaveLength(1);
});
