import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { migrateToLatest } from '../../../main/store/migrations/migrate';
import type { ExportAsked } from '../../../main/store/export/export-port';
import type { PageContent } from '../../../main/store/page-reader';
import { PageWriter } from '../../../main/store/page-writer';
import { RowKeys } from '../../../main/store/row-keys';
import { SearchIndex } from '../../../main/store/search/search-index';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';
import type { StorePort } from '../../../main/store/store-port';
import { TenantWriter } from '../../../main/store/tenant-writer';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

const TENANT_C = '33333333-3333-4333-8333-333333333333';
const DAY = 24 * 60 * 60_000;
const EVERYTHING = { tenantId: null, sort: 'name', descending: false } as const;
const many = (count: number, fields = {}) => Array.from({ length: count }, (_, row) => incident(`${row}`, fields));

describe('what takes the place of a tenant that was removed', () => {
  let temp: TempStore;
  let store: StorePort;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
  });
  afterEach(() => temp.remove());

  const names = async () =>
    (await store.queryIncidents({ ...EVERYTHING, tenantId: TENANT_B, offset: 0, limit: 9 })).rows.map(({ name }) => name);

  it.each([{ batch: false }, { batch: true }])('is not kept as briefly as that one was: %o', async ({ batch }) => {
    const old = { updatedAt: Date.now() - 40 * DAY };
    await store.addTenant(tenant(TENANT_C, 'First'));
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.saveIncidentPage(page(TENANT_C, many(3_000, old)));
    await store.saveIncidentPage(page(TENANT_A, [incident('1', old)]));
    await store.setKeepDays(TENANT_C, 30);
    await store.setKeepDays(TENANT_A, 30);
    const leftOfFirst = async () => (await store.storeFacts()).tenants.find(({ tenantId }) => tenantId === TENANT_C)?.incidents;
    await store.removeTenants([TENANT_A]);
    if (batch)
      await store.saveTenants({
        added: [{ tenantId: TENANT_B, displayName: 'Beta', domain: null, profile: EMPTY_PROFILE }],
        changed: [],
        at: 1,
      });
    else await store.addTenant(tenant(TENANT_B, 'Beta'));
    await store.saveIncidentPage(page(TENANT_B, [incident('2', { ...old, name: 'Of Beta' })]));
    // The removal is at the first still.
    expect(await leftOfFirst()).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await leftOfFirst()).toBe(0), { timeout: 10_000 });
    await store.close();
    store = await temp.open();
    expect(await names()).toEqual(['Of Beta']);
  });

  it.each(['csv', 'jsonl'] as const)('is in no file of a view that it is not in: %s', async (format) => {
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, 'Beta'));
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { severity: 'High' })]));
    const asked: ExportAsked = {
      query: { ...EVERYTHING, severities: ['high'] },
      format,
      columns: [],
      path: join(temp.folder, 'view'),
      at: 1,
      tenants: [TENANT_A, TENANT_B].map((tenantId) => ({ tenantId, tenantName: '', state: 'fresh', lastCompleteAt: 1, reason: null })),
    };
    const { exportId } = await store.beginExport(asked);
    await store.clearTenant(TENANT_A);
    await store.saveIncidentPage(page(TENANT_B, [incident('2', { severity: 'Low' })]));
    expect(await store.continueExport(exportId)).toEqual({ written: 0, done: true });
  });
});

describe('the search', () => {
  it('takes nothing of an incident for that of another tenant that came in its place meanwhile', async () => {
    const temp = new TempStore();
    const database = temp.database(':memory:');
    await migrateToLatest(new Kysely({ dialect: new TransactionalSqliteDialect({ database }) }));
    const keys = new RowKeys(database);
    const tenants = new TenantWriter(database, keys);
    const writer = new PageWriter(database, keys);
    const index = new SearchIndex(database, keys);
    const entry = (tenantId: string) => ({ tenantId, displayName: tenantId, domain: null, profile: EMPTY_PROFILE });
    tenants.save({ added: [entry(TENANT_A)], changed: [], at: 1 });
    writer.save(page(TENANT_A, [incident('1')]));
    const waiting = index.next();
    // While its page is unpacked.
    tenants.remove([TENANT_A]);
    tenants.save({ added: [entry(TENANT_B)], changed: [], at: 1 });
    writer.save(page(TENANT_B, [incident('1')]));
    const ofAlpha: PageContent = {
      alertTitles: ['Alpha'],
      observables: [{ kind: 'host', value: 'alpha-host' }],
      detectors: [],
      everydayHashes: [],
      facets: [],
    };
    index.take(waiting?.incidents ?? [], () => ofAlpha);
    const found = (sql: string) => database.prepare(sql).all();
    expect(waiting?.incidents).toHaveLength(1);
    expect(found(`select rowid from incident_text where incident_text match 'alpha'`)).toEqual([]);
    expect(found('select * from entity')).toEqual([]);
    expect(index.next()?.incidents).toHaveLength(1);
    database.close();
  });
});
