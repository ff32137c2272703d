import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { NIGHT_SHIFT } from '../../support/store/saved-view';
import { searchable, TempStore } from '../../support/store/temp-store';

const NONE = { service: [], detection: [], category: [], technique: [], tag: [] };

describe('what the store keeps for the queue', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
  });
  afterEach(() => temp.remove());

  const row = async (id = '1') => (await store.readIncident({ tenantId: TENANT_A, incidentId: id }))?.row;

  it('are views, as they were saved, over a restart', async () => {
    expect(await store.listViews()).toEqual([]);
    await store.saveViews([NIGHT_SHIFT]);
    await store.close();
    expect(await (await temp.open()).listViews()).toEqual([NIGHT_SHIFT]);
  });

  it('are views that call the end of a span of creation by its former name', async () => {
    const { createdBefore, ...others } = NIGHT_SHIFT.filter;
    await store.saveViews([{ ...NIGHT_SHIFT, filter: { ...others, createdTo: createdBefore } as unknown as typeof NIGHT_SHIFT.filter }]);
    expect(await store.listViews()).toEqual([NIGHT_SHIFT]);
  });

  it('is when a row came and changed, not by its tenant’s first read, and not by reading the same again', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 10 })], { readAt: 100 }));
    expect(await row()).toMatchObject({ firstStoredAt: 0, changedAt: 0 });
    await store.recordAttempt(TENANT_A, { at: 100, kind: 'complete' });
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 10 }), incident('2')], { readAt: 200 }));
    expect(await row()).toMatchObject({ firstStoredAt: 0, changedAt: 0 });
    expect(await row('2')).toMatchObject({ firstStoredAt: 200, changedAt: 200 });
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 20 })], { readAt: 300 }));
    expect(await row()).toMatchObject({ firstStoredAt: 0, changedAt: 300 });
  });

  it('is when a row, or all, were looked at', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1')]));
    await store.noteLook({ tenantId: TENANT_A, incidentId: '1' }, 400);
    expect(await row()).toMatchObject({ lookedAt: 400 });
    expect(await store.lookedAtAll()).toBe(0);
    await store.noteLook(null, 500);
    await store.noteLook(null, 600);
    expect(await store.lookedAtAll()).toBe(600);
  });

  it('are the values there are to choose from', async () => {
    const alert = { serviceSource: 'EDR', category: 'Malware', mitreTechniques: ['T1', 'T2'] };
    const value = [{ tags: ['VIP'], alerts: [alert] }, { alerts: [{ ...alert, category: 'malware' }] }];
    const rows = [
      incident('1', { assignedTo: 'Bo' }),
      incident('2', { assignedTo: 'BO', rawIndex: 1, severity: 'UnSpecified', status: 'awaitingAction' }),
    ];
    await store.saveIncidentPage(page(TENANT_A, [...rows, incident('3')], { body: JSON.stringify({ value }) }));
    await searchable(store);
    expect(await store.filterChoices('')).toEqual({
      assignees: [
        { value: 'bo', count: 2 },
        { value: '', count: 1 },
      ],
      severities: ['medium', 'unspecified'],
      statuses: ['active', 'awaitingaction'],
      facets: { service: ['EDR'], detection: [], category: ['Malware'], technique: ['T1', 'T2'], tag: ['VIP'] },
    });
    expect(await store.filterChoices(' vI')).toMatchObject({ assignees: [], facets: { ...NONE, tag: ['VIP'] } });
  });

  it('can be chosen by the text of a rare one, behind more than one answer has', async () => {
    const tags = Array.from({ length: 2_100 }, (_, at) => `a${at}`);
    await store.saveIncidentPage(page(TENANT_A, [incident('1')], { body: JSON.stringify({ value: [{ tags: [...tags, 'Zulu-77'] }] }) }));
    await searchable(store);
    expect((await store.filterChoices('')).facets.tag).not.toContain('Zulu-77');
    expect((await store.filterChoices('ULU-7')).facets.tag).toEqual(['Zulu-77']);
  });
});
