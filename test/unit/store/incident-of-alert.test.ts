import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

describe('the incident an alert belongs to', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Contoso'));
    await store.addTenant(tenant(TENANT_B, 'Fabrikam'));
  });
  afterEach(() => temp.remove());

  /** A page of incidents, each with the alerts named. */
  const stored = (tenantId: string, alerts: Record<string, object[]>, readAt: number) =>
    store.saveIncidentPage(
      page(
        tenantId,
        Object.keys(alerts).map((id, rawIndex) => incident(id, { rawIndex, updatedAt: readAt })),
        { readAt, body: JSON.stringify({ value: Object.entries(alerts).map(([id, own]) => ({ incidentId: id, alerts: own })) }) },
      ),
    );

  it('is found whatever its age, by the ID under which either surface names it', async () => {
    await stored(TENANT_A, { old: [{ alertId: 'da1_-1' }, { alertId: 'da1_-2' }], other: [{ alertId: 'da2' }] }, 1_000);
    await stored(TENANT_A, { graph: [{ id: 'ed9', title: 'says da1_-2' }] }, 2_000);
    for (let at = 0; at < 60; at += 1) await stored(TENANT_A, { [`newer ${at}`]: [{ alertId: `n${at}` }] }, 3_000 + at);
    expect(await store.incidentOfAlert(TENANT_A, 'da1_-2')).toBe('old');
    expect(await store.incidentOfAlert(TENANT_A, 'da2')).toBe('other');
    expect(await store.incidentOfAlert(TENANT_A, 'ed9')).toBe('graph');
    expect(await store.incidentOfAlert(TENANT_A, 'da1'), 'the beginning of an ID is not the ID').toBeNull();
  });

  it("is never another tenant's, though the alert bears the same ID there", async () => {
    await stored(TENANT_B, { theirs: [{ alertId: 'da1' }] }, 1_000);
    expect(await store.incidentOfAlert(TENANT_A, 'da1')).toBeNull();
    await stored(TENANT_A, { ours: [{ alertId: 'da1' }] }, 1_000);
    expect(await store.incidentOfAlert(TENANT_A, 'da1')).toBe('ours');
    expect(await store.incidentOfAlert(TENANT_B, 'da1')).toBe('theirs');
  });

  it('is the one it was merged into, where both are stored', async () => {
    await store.saveIncidentPage(
      page(TENANT_A, [incident('into', { rawIndex: 0 }), incident('merged', { rawIndex: 1, redirectIncidentId: 'into' })], {
        body: JSON.stringify({ value: [{ alerts: [{ alertId: 'da1' }] }, { alerts: [{ alertId: 'da1' }, { alertId: 'da2' }] }] }),
      }),
    );
    expect(await store.incidentOfAlert(TENANT_A, 'da1')).toBe('into');
    expect(await store.incidentOfAlert(TENANT_A, 'da2')).toBe('merged');
  });
});
