import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentQuery } from '../../../contract/incident';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';
import { TempStore } from '../../support/store/temp-store';

const ALL: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 200 };

describe('saving a page of incidents', () => {
  let temp: TempStore;
  let store: StorePort;

  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open({ path: ':memory:' });
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
  });
  afterEach(() => temp.remove());

  const stored = async (id: string) => (await store.readIncident({ tenantId: TENANT_A, incidentId: id }))?.row;

  it('inserts what is new and says how many', async () => {
    expect(await store.saveIncidentPage(page(TENANT_A, [incident('1'), incident('2')]))).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
    expect((await store.queryIncidents(ALL)).total).toBe(2);
  });

  it('takes a newer row', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 10, status: 'Active' })]));
    const saved = await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 11, status: 'Resolved' })]));
    expect(saved).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await stored('1')).toMatchObject({ status: 'Resolved', updatedAt: 11 });
  });

  it('keeps a row against an older one, with the body it came in', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 11, status: 'Resolved' })], { body: 'newer', readAt: 2 }));
    const saved = await store.saveIncidentPage(
      page(TENANT_A, [incident('1', { updatedAt: 10, status: 'Active' })], { body: 'older', readAt: 3 }),
    );
    expect(saved).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await store.readIncident({ tenantId: TENANT_A, incidentId: '1' })).toMatchObject({
      rawBody: 'newer',
      row: { status: 'Resolved', readAt: 2 },
    });
  });

  it('counts the same state as unchanged, yet remembers that it was read again', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1')], { body: 'first', readAt: 2 }));
    expect(await store.saveIncidentPage(page(TENANT_A, [incident('1')], { body: 'second', readAt: 3 }))).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: 1,
    });
    expect(await store.readIncident({ tenantId: TENANT_A, incidentId: '1' })).toMatchObject({ rawBody: 'second', row: { readAt: 3 } });
  });

  it.each([
    { had: null, arrives: 5 },
    { had: 5, arrives: null },
    { had: null, arrives: null },
  ])('takes the arriving row where a last update is missing: $had, then $arrives', async ({ had, arrives }) => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: had, name: 'before' })]));
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: arrives, name: 'after' })]));
    expect(await stored('1')).toMatchObject({ name: 'after', updatedAt: arrives });
  });

  it('stores an id that comes twice in a page once: the newest, among equals the later', async () => {
    const rows = [
      incident('1', { updatedAt: 9, name: 'old' }),
      incident('1', { updatedAt: 12, name: 'new' }),
      incident('1', { updatedAt: 12, name: 'last' }),
    ];
    expect(await store.saveIncidentPage(page(TENANT_A, [...rows, incident('1', { updatedAt: 3, name: 'oldest' })]))).toEqual({
      inserted: 1,
      updated: 0,
      unchanged: 0,
    });
    expect(await stored('1')).toMatchObject({ name: 'last' });
  });

  it('keeps one id of two tenants apart', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { name: 'of Alpha' })]));
    await store.saveIncidentPage(page(TENANT_B, [incident('1', { name: 'of Beta' })]));
    expect((await store.queryIncidents({ ...ALL, tenantId: TENANT_B })).rows.map(({ name, tenantName }) => [name, tenantName])).toEqual([
      ['of Beta', 'Beta'],
    ]);
    expect(await stored('1')).toMatchObject({ name: 'of Alpha', tenantId: TENANT_A });
  });

  it('refuses a page of an unknown tenant and stores nothing of it', async () => {
    const unknown = '99999999-9999-4999-8999-999999999999';
    await expect(store.saveIncidentPage(page(unknown, [incident('1')]))).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'unknownTenant',
    });
    expect((await store.queryIncidents(ALL)).total).toBe(0);
  });

  it('stores or refuses each of several pages by itself', async () => {
    const unknown = '99999999-9999-4999-8999-999999999999';
    const pages = [page(TENANT_A, [incident('1')]), page(unknown, [incident('2')]), page(TENANT_B, [incident('3')])];
    expect(await store.saveIncidentPages(pages)).toMatchObject([
      { ok: true, saved: { inserted: 1 } },
      { ok: false, error: { name: 'StoreError', kind: 'unknownTenant' } },
      { ok: true, saved: { inserted: 1 } },
    ]);
    expect((await store.queryIncidents(ALL)).rows.map(({ incidentId }) => incidentId).sort()).toEqual(['1', '3']);
  });

  it('keeps values nobody knew, and the body byte for byte', async () => {
    const body = '{"value":[{"incidentId":1,"new":"\\u00e5","emoji":"😀"}]}';
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { severity: 'Cosmic', status: 'Pondering' })], { body }));
    expect(await store.readIncident({ tenantId: TENANT_A, incidentId: '1' })).toMatchObject({
      rawBody: body,
      row: { severity: 'Cosmic', status: 'Pondering' },
    });
  });

  it('hands out an incident with nothing of those that came with it', async () => {
    const second = '{"incidentId":2,"big":12345678901234567890,"text":"b]}\\""}';
    const body = `{"@odata.context":"x","value":[{"incidentId":1,"secret":"of another"}, ${second} ]}`;
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { rawIndex: 0 }), incident('2', { rawIndex: 1 })], { body }));
    const found = await store.readIncident({ tenantId: TENANT_A, incidentId: '2' });
    expect(found).toMatchObject({ rawBody: `{"value":[${second}]}`, row: { incidentId: '2', rawIndex: 0 } });
  });

  it('counts incidents of each tenant through inserts, updates and removal', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1'), incident('2')]));
    await store.saveIncidentPage(page(TENANT_A, [incident('2', { updatedAt: 9_000 }), incident('3')]));
    await store.saveIncidentPage(page(TENANT_B, [incident('1')]));
    const counts = async () => (await store.listTenants()).map(({ displayName, incidentCount }) => [displayName, incidentCount]);
    expect(await counts()).toEqual([
      ['Alpha', 3],
      ['Beta', 1],
    ]);
    expect(await store.removeTenant(TENANT_A)).toBe(true);
    expect(await counts()).toEqual([['Beta', 1]]);
    expect((await store.queryIncidents(ALL)).total).toBe(1);
    expect(await stored('1')).toBeUndefined();
  });

  it('keeps its counts by severity and status right through whatever happens', async () => {
    const pick = seededPick(11);
    for (let round = 0; round < 40; round++) {
      const rows = Array.from({ length: 10 }, () =>
        incident(pick(['1', '2', '3', '4', '5', '6', '7', '8', '9']), {
          severity: pick(['High', 'high', 'Low', '']),
          status: pick(['Active', 'Resolved']),
          updatedAt: pick([1, 2, 3, 4, 5, 6]) + round,
        }),
      );
      await store.saveIncidentPage(page(pick([TENANT_A, TENANT_B]), rows));
      if (round % 13 === 12) await store.clearTenant(TENANT_B);
    }
    for (const tenantId of [null, TENANT_A, TENANT_B]) {
      for (const statuses of [[], ['active'], ['resolved', 'active']]) {
        const { rows, total, bySeverity } = await store.queryIncidents({ ...ALL, tenantId, statuses });
        expect(total).toBe(rows.length);
        const counts: Record<string, number> = {};
        for (const { severity } of rows) counts[severity.toLowerCase()] = (counts[severity.toLowerCase()] ?? 0) + 1;
        expect(bySeverity).toEqual(counts);
      }
    }
  });
});
