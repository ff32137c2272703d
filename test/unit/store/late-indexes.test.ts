import type Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IncidentQuery, incidentSort } from '../../../contract/incident';
import { incidentGrouping } from '../../../contract/incident-filter';
import { pageReader } from '../../../main/incidents/page-content';
import { LATE_INDEXES } from '../../../main/store/late-indexes';
import { SqliteStore } from '../../../main/store/sqlite-store';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';
import { searchable, TempStore } from '../../support/store/temp-store';

const QUERY: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 40 };
const FILTERS: Partial<IncidentQuery>[] = [
  {},
  { tenantId: TENANT_A },
  { severities: ['high'], statuses: ['active'] },
  { assignees: ['', 'bo@contoso.com'] },
  { updatedFrom: 20, updatedBefore: 40 },
  { createdFrom: 2, createdBefore: 3 },
  { openAt: 25 },
  { resolvedFrom: 20 },
  { tenantId: TENANT_A, openAt: 25, severities: ['high'] },
  { tenantId: TENANT_A, updatedFrom: 20, offset: 300 },
];
const ORDERS = incidentSort.options.flatMap((sort) => [true, false].map((descending) => ({ sort, descending })));
const QUESTIONS = FILTERS.flatMap((filter) => [
  ...ORDERS.map((order) => ({ ...QUERY, ...filter, ...order })),
  ...incidentGrouping.options.map((groupBy) => ({ ...QUERY, ...filter, groupBy })),
]);

describe('indexes that a large read goes without', () => {
  let temp: TempStore;
  let database: Database;
  let store: StorePort;
  const pick = seededPick(20_261_128);

  async function open(): Promise<void> {
    database = temp.database();
    store = await SqliteStore.on(database, pageReader);
  }
  const indexes = () =>
    (
      database
        .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = 'incident' and sql is not null order by name")
        .all() as { name: string; sql: string }[]
    ).map(({ name, sql }) => `${name}: ${sql}`);
  const late = () => indexes().filter((index) => (index.split(':')[0] ?? '') in LATE_INDEXES);

  async function read(tenantId: string, incidents: number): Promise<void> {
    for (let from = 0; from < incidents; from += 100) {
      const rows = Array.from({ length: 100 }, (_, at) =>
        incident(`${from + at}`, {
          name: `${pick(['Phishing', 'Beacon', 'beacon'])} ${from + at}`,
          severity: pick(['High', 'Medium', 'Low']),
          status: pick(['Active', 'Resolved']),
          assignedTo: pick([null, 'bo@contoso.com', 'ana@contoso.com']),
          alertCount: pick([0, 1, 30]),
          classification: pick([null, 'TruePositive', 'falsePositive']),
          determination: pick([null, 'Malware', 'Clean', 'notMalicious']),
          createdAt: pick([null, 1, 2]),
          updatedAt: pick([null, 10, 20, 30, 40]),
          rawIndex: at,
        }),
      );
      await store.saveIncidentPage(page(tenantId, rows, { body: '{"value":[]}' }));
    }
  }
  const answers = async (questions: readonly IncidentQuery[]) => {
    const found = [];
    for (const question of questions) found.push(await store.queryIncidents(question));
    return found;
  };

  beforeEach(async () => {
    temp = new TempStore();
    await open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
  });
  afterEach(async () => {
    await store.close();
    await temp.remove();
  });

  it('are made anew behind it, as they were, and every list says the same without them', { timeout: 20_000 }, async () => {
    const before = indexes();
    expect(late()).toHaveLength(Object.keys(LATE_INDEXES).length);
    await read(TENANT_A, 3_100);
    await read(TENANT_B, 400);
    expect(late()).toEqual([]);
    const without = await answers(QUESTIONS);
    await store.settle();
    expect(indexes()).toEqual(before);
    expect(without).toEqual(await answers(QUESTIONS));
    expect(without[0]?.total).toBe(3_500);
  });

  it('are not missed by what the full text found', async () => {
    const questions = ORDERS.map((order) => ({ ...QUERY, ...order, tenantId: TENANT_A, text: 'beacon', severities: ['high'] }));
    await read(TENANT_A, 500);
    await searchable(store);
    const before = await answers(questions);
    await read(TENANT_B, 3_100);
    expect(late()).toEqual([]);
    const without = await answers(questions);
    expect(without.map(({ rows, total, bySeverity }) => [rows, total, bySeverity])).toEqual(
      before.map(({ rows, total, bySeverity }) => [rows, total, bySeverity]),
    );
    expect(before[0]?.total).toBeGreaterThan(10);
  });

  it('stay where little comes', async () => {
    await read(TENANT_A, 2_900);
    expect(late()).toHaveLength(Object.keys(LATE_INDEXES).length);
  });

  it('are made when a store is opened that was closed in between', async () => {
    const before = indexes();
    await read(TENANT_A, 3_100);
    await store.close();
    await open();
    expect(late()).toEqual([]);
    await store.settle();
    expect(indexes()).toEqual(before);
  });
});
