import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentQuery, IncidentSort } from '../../../contract/incident';
import { isPlain } from '../../../main/store/queue/plain-list';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const SORTS: readonly IncidentSort[] = ['updatedAt', 'createdAt', 'name', 'alertCount'];
const list = (changed: Partial<IncidentQuery> = {}): IncidentQuery => ({
  tenantId: null,
  sort: 'updatedAt',
  descending: true,
  offset: 0,
  limit: 100,
  ...changed,
});
const ROWS = 60;
const SEVERITIES = ['high', 'medium', 'low'];

describe('the list a start begins with', () => {
  let temp: TempStore;
  let store: StorePort;

  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    for (const [tenantId, name] of [
      [TENANT_A, 'Contoso'],
      [TENANT_B, 'Fabrikam'],
    ] as const) {
      await store.addTenant(tenant(tenantId, name));
      // Ties in every order, and rows without a time.
      const rows = Array.from({ length: ROWS }, (_, at) =>
        incident(`${at}`, {
          name: `Incident ${at % 7}`,
          severity: SEVERITIES[at % SEVERITIES.length] ?? '',
          alertCount: at % 5,
          createdAt: at % 11 === 0 ? null : 1_000 + (at % 9),
          updatedAt: at % 13 === 0 ? null : 2_000 + (at % 8),
        }),
      );
      await store.saveIncidentPage(page(tenantId, rows));
    }
    await store.settle();
  });
  afterEach(async () => {
    await store.close();
    await temp.remove();
  });

  /** As a process answers that was just started, and that knows nothing yet. */
  async function begun(): Promise<StorePort> {
    await store.close();
    store = await temp.open();
    return store;
  }

  it('is the same, row by row and number by number, as when all that is counted was read', async () => {
    for (const sort of SORTS) {
      for (const descending of [true, false]) {
        const queries = [list({ sort, descending }), list({ sort, descending, offset: 37, limit: 50 })];
        const first = [];
        await begun();
        for (const query of queries) first.push(await store.queryIncidents(query));
        // Asks for the tally.
        await store.queryIncidents(list({ groupBy: 'tenant' }));
        const known = [];
        for (const query of queries) known.push(await store.queryIncidents(query));
        expect(first).toEqual(known);
        expect(first[0]?.rows).toHaveLength(100);
        expect(first[0]).toMatchObject({ total: 2 * ROWS, bySeverity: { high: 40, medium: 40, low: 40 } });
      }
    }
  });

  it('counts what was written since', async () => {
    await begun();
    expect((await store.queryIncidents(list())).total).toBe(2 * ROWS);
    await store.saveIncidentPage(page(TENANT_A, [incident('one more', { severity: 'high', updatedAt: 9_999 })]));
    const after = await store.queryIncidents(list());
    expect(after).toMatchObject({ total: 2 * ROWS + 1, bySeverity: { high: 41 } });
    expect(after.rows[0]?.incidentId).toBe('one more');
    await store.clearTenant(TENANT_B);
    expect((await store.queryIncidents(list())).total).toBe(ROWS + 1);
  });

  it.each<[string, Partial<IncidentQuery>]>([
    ['narrowed to a tenant', { tenantId: TENANT_A }],
    ['narrowed to tenants', { tenantIds: [TENANT_A] }],
    ['narrowed to severities', { severities: ['high'] }],
    ['without some statuses', { exceptStatuses: ['resolved'] }],
    ['of a span of time', { updatedWithinHours: 24 }],
    ['open at a moment', { openAt: 0 }],
    ['with a text', { text: 'beacon' }],
    ['grouped', { groupBy: 'severity' }],
    ['sorted by a value', { sort: 'tenant' }],
    ['sorted by a verdict', { sort: 'classification' }],
  ])('is not one that is %s', (_, changed) => {
    expect(isPlain(list(changed))).toBe(false);
  });

  it('is one whose filters ask for nothing', () => {
    expect(isPlain(list({ severities: [], statuses: [] }))).toBe(true);
  });
});
