import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

describe('the history of an incident', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
  });
  afterEach(() => temp.remove());

  const key = { tenantId: TENANT_A, incidentId: '1' };
  const save = (fields: Parameters<typeof incident>[1], readAt: number, surface: 'xdr' | 'graph' = 'xdr') =>
    store.saveIncidentPage(page(TENANT_A, [incident('1', fields)], { readAt, surface }));

  it('holds what changed, before and after, when the service made it and when it was seen, the newest first', async () => {
    await save({ updatedAt: 10 }, 100);
    await save({ updatedAt: 20, status: 'InProgress', assignedTo: 'ana@x' }, 200);
    await save({ updatedAt: 30, status: 'Resolved', assignedTo: 'ana@x', classification: 'TruePositive', alertCount: 2 }, 300);
    expect(await store.incidentHistory(key)).toEqual({
      firstSeenAt: null,
      changes: [
        {
          seenAt: 300,
          updatedAt: 30,
          beforeAt: 20,
          own: false,
          tags: null,
          comments: null,
          untold: false,
          fields: [
            { field: 'status', before: 'InProgress', after: 'Resolved' },
            { field: 'classification', before: null, after: 'TruePositive' },
            { field: 'alertCount', before: '1', after: '2' },
          ],
        },
        {
          seenAt: 200,
          updatedAt: 20,
          beforeAt: 10,
          own: false,
          tags: null,
          comments: null,
          untold: false,
          fields: [
            { field: 'status', before: 'Active', after: 'InProgress' },
            { field: 'assignedTo', before: null, after: 'ana@x' },
          ],
        },
      ],
    });
  });

  it('is nothing when the same is read again, or an older state arrives', async () => {
    await save({ updatedAt: 20, status: 'Resolved' }, 100);
    await save({ updatedAt: 20, status: 'Resolved' }, 200);
    await save({ updatedAt: 10, status: 'Active' }, 300);
    expect((await store.incidentHistory(key))?.changes).toEqual([]);
  });

  it('grows only by real changes where the service says no time of the last update', async () => {
    for (const readAt of [100, 200, 300]) await save({ updatedAt: null }, readAt);
    await save({ updatedAt: null, severity: 'High' }, 400);
    expect((await store.incidentHistory(key))?.changes).toMatchObject([{ seenAt: 400, fields: [{ field: 'severity' }] }]);
  });

  it('has no news where it has no change', async () => {
    await store.recordAttempt(TENANT_A, { at: 50, kind: 'complete' });
    const changedAt = async () => (await store.incidentRows([key]))[0]?.changedAt;
    for (const readAt of [100, 200]) await save({ updatedAt: null }, readAt);
    expect(await changedAt()).toBe(100);
    await save({ updatedAt: null, severity: 'High' }, 300);
    expect(await changedAt()).toBe(300);
    await save({ updatedAt: 10, severity: 'High' }, 400);
    await save({ updatedAt: 20, severity: 'High' }, 500);
    expect(await changedAt()).toBe(500);
  });

  it('says that something beyond the followed fields changed; another spelling of the other surface is no change', async () => {
    await save({ updatedAt: 10, status: 'Active' }, 100);
    await save({ updatedAt: 20, status: 'active' }, 200, 'graph');
    expect((await store.incidentHistory(key))?.changes).toMatchObject([
      { seenAt: 200, updatedAt: 20, fields: [], tags: null, comments: null },
    ]);
  });

  it('says which tags came and went, and how many comments there were and are; another order or spelling is no change', async () => {
    await save({ updatedAt: 10, tags: '["VIP","Old","a, b"]', commentCount: 1 }, 100);
    await save({ updatedAt: 20, tags: '["a, b","Old","vip"]', commentCount: 1 }, 200);
    await save({ updatedAt: 30, tags: '["vip","New","a, b"]', commentCount: 3, status: 'Resolved' }, 300);
    expect((await store.incidentHistory(key))?.changes).toMatchObject([
      {
        seenAt: 300,
        fields: [{ field: 'status' }],
        tags: { added: ['New'], removed: ['Old'] },
        comments: { before: 1, after: 3 },
      },
      { seenAt: 200, fields: [], tags: null, comments: null },
    ]);
  });

  it('tells what came with a change from here apart', async () => {
    await save({ updatedAt: 10 }, 100);
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 20, tags: '["Mine"]' })], { readAt: 200, own: true }));
    await save({ updatedAt: 30, tags: '[]' }, 300);
    expect((await store.incidentHistory(key))?.changes).toMatchObject([
      { own: false, tags: { added: [], removed: ['Mine'] } },
      { own: true, tags: { added: ['Mine'], removed: [] } },
    ]);
  });

  it('begins when the incident was first stored, goes with it, and is none of an incident that is not stored', async () => {
    await store.recordAttempt(TENANT_A, { at: 50, kind: 'complete' });
    await save({ updatedAt: 10 }, 100);
    await save({ updatedAt: 20, severity: 'High' }, 200);
    expect(await store.incidentHistory(key)).toMatchObject({ firstSeenAt: 100, changes: [{ seenAt: 200 }] });
    await store.clearTenant(TENANT_A);
    expect(await store.incidentHistory(key)).toBeNull();
    await save({ updatedAt: 10 }, 300);
    expect((await store.incidentHistory(key))?.changes).toEqual([]);
  });
});
