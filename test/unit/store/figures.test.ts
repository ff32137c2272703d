import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysOf } from '../../../main/overview/figures';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';
import { TempStore } from '../../support/store/temp-store';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('what the store counts for the overview', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
  });
  afterEach(() => temp.remove());

  const figures = async (asked: { tenantId?: string; fromDay?: number } = {}) => {
    const found = await store.readFigures({ tenantId: null, fromDay: 0, oldest: 3, ...asked });
    if (!found) throw new Error('There are no figures');
    return found;
  };
  const resolved = (id: string, createdAt: number | null, updatedAt: number) => incident(id, { status: 'Resolved', createdAt, updatedAt });

  it('is when incidents began and were resolved, and how long that took', async () => {
    await store.saveIncidentPage(
      page(TENANT_A, [
        incident('1', { severity: 'High', createdAt: 10 * DAY }),
        resolved('2', 10 * DAY, 12 * DAY),
        resolved('3', 12 * DAY + HOUR, 12 * DAY + 3 * HOUR),
        resolved('4', null, 12 * DAY),
      ]),
    );
    const { days, tenants, open } = await figures();
    expect(days).toEqual([
      { day: 10, severity: 'high', opened: 1, resolved: 0 },
      { day: 10, severity: 'medium', opened: 1, resolved: 0 },
      { day: 12, severity: 'medium', opened: 1, resolved: 3 },
    ]);
    expect(tenants).toEqual([{ tenantId: TENANT_A, opened: 3, resolved: 3, timed: 2, resolveMs: 2 * DAY + 2 * HOUR }]);
    expect(open).toEqual([{ tenantId: TENANT_A, severity: 'high', incidents: 1, unassigned: 1 }]);
  });

  it('is the first time an incident was seen resolved, until it is opened again', async () => {
    const read = (row: ReturnType<typeof incident>) => store.saveIncidentPage(page(TENANT_A, [row]));
    await read(incident('1', { createdAt: 10 * DAY, updatedAt: 10 * DAY }));
    await read(resolved('1', 10 * DAY, 11 * DAY));
    await read({ ...resolved('1', 10 * DAY, 15 * DAY), name: 'A comment came later' });
    expect((await figures()).tenants).toEqual([expect.objectContaining({ resolved: 1, timed: 1, resolveMs: DAY })]);
    await read(incident('1', { createdAt: 10 * DAY, updatedAt: 16 * DAY }));
    expect((await figures()).tenants).toEqual([expect.objectContaining({ opened: 1, resolved: 0, timed: 0, resolveMs: 0 })]);
    await read(resolved('1', 10 * DAY, 17 * DAY));
    expect((await figures()).tenants).toEqual([expect.objectContaining({ resolved: 1, resolveMs: 7 * DAY })]);
  });

  it('counts merged incidents once: with the one they went into', async () => {
    await store.saveIncidentPage(page(TENANT_A, [resolved('1', 10 * DAY, 12 * DAY), resolved('2', 10 * DAY, 14 * DAY)]));
    await store.saveIncidentPage(page(TENANT_A, [{ ...resolved('2', 10 * DAY, 15 * DAY), redirectIncidentId: '1' }]));
    const { tenants, days } = await figures();
    expect(tenants).toEqual([{ tenantId: TENANT_A, opened: 1, resolved: 1, timed: 1, resolveMs: 2 * DAY }]);
    expect(days).toEqual([
      { day: 10, severity: 'medium', opened: 1, resolved: 0 },
      { day: 12, severity: 'medium', opened: 0, resolved: 1 },
    ]);
  });

  it('follows a changed severity, and what is deleted is in no count', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { createdAt: 10 * DAY, updatedAt: 1 }), resolved('2', 10 * DAY, 11 * DAY)]));
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { severity: 'High', createdAt: 10 * DAY, updatedAt: 2 })]));
    expect((await figures()).days).toContainEqual({ day: 10, severity: 'high', opened: 1, resolved: 0 });
    await store.clearTenant(TENANT_A);
    expect(await figures()).toMatchObject({ days: [], open: [], tenants: [], oldest: [] });
  });

  it('leaves no day and no severity of a tenant whose data was deleted', async () => {
    const severity = 'OnlyOfAlpha';
    const read = (row: ReturnType<typeof incident>) => store.saveIncidentPage(page(TENANT_A, [row]));
    await read({ ...resolved('1', 10 * DAY, 12 * DAY), severity });
    await read(incident('1', { severity: 'High', createdAt: 10 * DAY, updatedAt: 13 * DAY }));
    await read({ ...resolved('1', 10 * DAY, 14 * DAY), severity });
    await read(incident('1', { severity: 'High', createdAt: 10 * DAY, updatedAt: 15 * DAY }));
    await store.saveIncidentPage(page(TENANT_B, [incident('1', { createdAt: 10 * DAY })]));
    await store.removeTenants([TENANT_A]);
    expect((await figures()).days).toEqual([{ day: 10, severity: 'medium', opened: 1, resolved: 0 }]);
  });

  it('is, for every day and severity, what the queue lists as open at its end', async () => {
    const pick = seededPick(11);
    const rows = Array.from({ length: 200 }, (_, id) => {
      const createdAt = pick([null, 8 * DAY, 10 * DAY - 1, 10 * DAY, 11 * DAY + HOUR]);
      return incident(String(id), {
        severity: pick(['High', 'low', 'Cosmic']),
        status: pick(['Active', 'InProgress', 'Resolved', 'Resolved', 'Redirected', 'Paused']),
        createdAt,
        updatedAt: (createdAt ?? 9 * DAY) + pick([0, HOUR, DAY, 2 * DAY]),
        rawIndex: id,
      });
    });
    await store.saveIncidentPage(page(TENANT_A, rows));
    const listed = { tenantId: null, sort: 'createdAt', descending: true, offset: 0, limit: 200 } as const;
    const total = async (filter: object) => (await store.queryIncidents({ ...listed, ...filter })).total;
    const { days, open } = await figures();
    let seen = 0;
    for (const day of daysOf({ days, open }, { from: 7, to: 14 })) {
      for (const severity of ['high', 'low', 'cosmic']) {
        const at = { openAt: day.at + DAY, severities: [severity] };
        expect(await total(at), JSON.stringify(at)).toBe(day.open[severity] ?? 0);
        seen += day.open[severity] ?? 0;
      }
      expect(await total({ openAt: day.at + DAY, groupBy: 'status' })).toBe(Object.values(day.open).reduce((sum, count) => sum + count, 0));
      const created = { createdFrom: day.at, createdBefore: day.at + DAY, exceptStatuses: ['redirected'] };
      expect(await total(created)).toBe(day.opened);
      expect((await total({ resolvedFrom: day.at })) - (await total({ resolvedFrom: day.at + DAY }))).toBe(day.resolved);
    }
    expect(seen).toBeGreaterThan(300);
  });

  it('is of one tenant alone when asked for one', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { createdAt: 10 * DAY })]));
    await store.saveIncidentPage(
      page(TENANT_B, [incident('9', { name: 'Of another', createdAt: 9 * DAY }), resolved('8', 10 * DAY, 11 * DAY)]),
    );
    const found = await figures({ tenantId: TENANT_A });
    expect(found.days).toEqual([{ day: 10, severity: 'medium', opened: 1, resolved: 0 }]);
    expect(JSON.stringify(found)).not.toContain(TENANT_B);
    expect(found.oldest.map(({ incidentId }) => incidentId)).toEqual(['1']);
    expect(await store.readFigures({ tenantId: '99999999-9999-4999-8999-999999999999', fromDay: 0, oldest: 1 })).toBeNull();
  });

  it('is what waits longest of those that are open and nobody’s', async () => {
    await store.saveIncidentPage(
      page(TENANT_A, [
        incident('taken', { createdAt: 1, assignedTo: 'ann@partner.example' }),
        incident('done', { createdAt: 2, status: 'Resolved' }),
        incident('merged', { createdAt: 3, redirectIncidentId: 'second' }),
        incident('second', { createdAt: 5 }),
        incident('first', { createdAt: 4 }),
        incident('undated', { createdAt: null }),
      ]),
    );
    await store.saveIncidentPage(page(TENANT_B, [incident('third', { createdAt: 6 }), incident('fourth', { createdAt: 7 })]));
    expect((await figures()).oldest.map(({ incidentId }) => incidentId)).toEqual(['first', 'second', 'third']);
  });
});
