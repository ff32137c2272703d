import { describe, expect, it, vi } from 'vitest';
import { answers, at, change, desk, ended, openDesk, readOver, sent, states, store, tamper, trail, truth } from './desk-at-sandbox';

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
