import type Database from 'better-sqlite3-multiple-ciphers';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { MIGRATION_NAMES, migrateToLatest } from '../../../main/store/migrations/migrate';
import { PageCounts } from '../../../main/store/page-counts';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';
import { fillEveryTable, type Row, rowsOfEveryTable } from '../../support/store/every-table';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

describe('the tables of the store', () => {
  let temp: TempStore;
  beforeEach(() => {
    temp = new TempStore();
  });
  afterEach(() => temp.remove());

  /** Works on the store's tables directly, as another version would. */
  async function directly<T>(work: (database: Database, db: Kysely<unknown>) => Promise<T> | T): Promise<T> {
    const database = temp.database();
    const db = new Kysely<unknown>({ dialect: new TransactionalSqliteDialect({ database }) });
    try {
      return await work(database, db);
    } finally {
      await db.destroy();
      // A query builder that was asked nothing does not close it.
      database.close();
    }
  }

  it.each(MIGRATION_NAMES)('are brought from %s to the newest, with everything that was in them', async (version) => {
    const before = await directly(async (database, db) => {
      await migrateToLatest(db, version);
      fillEveryTable(database);
      if (version >= '0022-counted-by-page') new PageCounts(database).add(1, 2);
      return rowsOfEveryTable(database);
    });
    expect(before.size).toBeGreaterThanOrEqual(5);

    await (await temp.open()).close();
    const after = await directly((database) => rowsOfEveryTable(database));
    for (const [table, rows] of before) {
      const kept = after.get(table) ?? [];
      for (const row of rows) expect(kept, `a row of ${table}`).toContainEqual(expect.objectContaining(renamed(table, row)));
    }

    const store = await temp.open();
    expect(await store.listTenants()).toHaveLength(2);
    expect(await store.saveIncidentPage(page(TENANT_A, [incident('new')]))).toMatchObject({ inserted: 1 });
    expect((await store.queryIncidents({ tenantId: null, sort: 'name', descending: false, offset: 0, limit: 9 })).total).toBe(3);
    await searchable(store);
  });

  it('link the tenants of a single partner app to it, and bind the consent links handed out to it', async () => {
    await directly(async (database, db) => {
      await migrateToLatest(db, '0003-tenant-profile');
      const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
      run("insert into partner_app (id, client_id, home_tenant_id, cloud_id, saved_at) values (1, 'client', 'home', 'gcc', 1)");
      run("insert into tenant (id, tenant_id, display_name, name_folded, added_at) values (1, ?, 'Old', 'old', 1)", TENANT_A);
      run("insert into consent_state (state, tenant_key, created_at, expires_at) values ('handed out', 1, 1, 100)");
    });
    const store = await temp.open();
    const [app] = await store.listPartnerApps();
    expect(app).toMatchObject({ name: 'Partner app', clientId: 'client', homeTenantId: 'home', cloudId: 'gcc', purpose: DEFAULT_PURPOSE });
    expect(await store.listTenants()).toMatchObject([{ tenantId: TENANT_A, displayName: 'Old', appIds: [app?.appId] }]);
    expect(await store.redeemConsentState({ state: 'handed out', expected: null, spend: true, now: 2 })).toEqual({
      found: 'valid',
      tenantId: TENANT_A,
      appId: app?.appId,
    });
  });

  it('keep the secret of a partner app as its first credential, in use', async () => {
    await directly(async (database, db) => {
      await migrateToLatest(db, '0004-partner-apps');
      database
        .prepare(
          "insert into partner_app (app_id, name, purpose, client_id, home_tenant_id, cloud_id, saved_at) values ('a', 'A', '', 'c', 'h', 'gcc', 7)",
        )
        .run();
    });
    const store = await temp.open();
    const first = { credentialId: 'first', source: { kind: 'secret' }, addedAt: 7, expiresAt: null, inUse: true };
    expect(await store.listCredentials('a')).toEqual([first]);
    await store.saveCredential('a', { ...first, credentialId: 'next', source: { kind: 'certificate', pem: 'PEM' }, expiresAt: 9 });
    expect((await store.listCredentials('a')).map(({ credentialId, inUse }) => [credentialId, inUse])).toEqual([
      ['first', false],
      ['next', true],
    ]);
    await store.removeCredential('a', 'first');
    expect(await store.listCredentials('a')).toMatchObject([
      { credentialId: 'next', source: { kind: 'certificate', pem: 'PEM' }, expiresAt: 9 },
    ]);
    await store.removePartnerApp('a');
    expect(await store.listCredentials('a')).toEqual([]);
  });

  it('take a step that arrives after a later one', async () => {
    await (await temp.open()).close();
    await directly((database) => {
      database.prepare('drop table credential').run();
      database.prepare("delete from kysely_migration where name = '0005-credentials'").run();
    });
    const store = await temp.open();
    await store.savePartnerApp({
      appId: 'a',
      name: 'A',
      purpose: DEFAULT_PURPOSE,
      clientId: 'c',
      homeTenantId: TENANT_A,
      cloudId: 'gcc',
      savedAt: 1,
    });
    expect(await store.listCredentials('a')).toEqual([]);
  });

  it('are taken into the search anew where more is known of what they hold', async () => {
    const first = await temp.open();
    await first.addTenant(tenant(TENANT_A, 'A'));
    const body = JSON.stringify({ value: [{ alerts: [{ title: 'T', devices: [{ mdatpDeviceId: 'd1' }] }] }] });
    await first.saveIncidentPage(page(TENANT_A, [incident('1')], { body }));
    await searchable(first);
    await first.close();
    // As the version before left it, which did not know devices by their IDs.
    await directly((database) => {
      database.prepare('delete from sighting').run();
      database.prepare("delete from kysely_migration where name = '0024-more-values'").run();
    });
    const store = await temp.open();
    await searchable(store);
    expect((await store.seenIn({ kind: 'host', value: 'd1' })).tenants).toHaveLength(1);
  });

  it('take nothing for a change of tags or comments that an earlier version did not keep, say so, and follow them from then on', async () => {
    await directly(async (database, db) => {
      await migrateToLatest(db, '0025-told-before');
      fillEveryTable(database);
      database.prepare("update incident set incident_id = '1', updated_at = 10, redirect_incident_id = null where id = 1").run();
    });
    const store = await temp.open();
    const save = (fields: Parameters<typeof incident>[1]) => store.saveIncidentPage(page(TENANT_A, [incident('1', fields)]));
    await save({ updatedAt: 20, tags: '["There before"]', commentCount: 2 });
    await save({ updatedAt: 30, tags: '["There before","New"]', commentCount: 3 });
    const { changes = [] } = (await store.incidentHistory({ tenantId: TENANT_A, incidentId: '1' })) ?? {};
    expect(changes.map(({ beforeAt, tags, comments, untold }) => ({ beforeAt, tags, comments, untold }))).toEqual([
      { beforeAt: 20, tags: { added: ['New'], removed: [] }, comments: { before: 2, after: 3 }, untold: false },
      { beforeAt: 10, tags: null, comments: null, untold: true },
      // As it was filled: of before the time that the state before is noted.
      { beforeAt: null, tags: null, comments: null, untold: true },
    ]);
  });

  it('of a later version are refused and stay as they are', async () => {
    await (await temp.open()).close();
    await directly((database) =>
      database.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')").run(),
    );
    const digest = () => createHash('sha256').update(readFileSync(temp.path)).digest('hex');
    const before = digest();
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'newer', detail: expect.stringContaining('9999-later') });
    expect(digest()).toBe(before);
  });

  it('stay as they were when a step fails half-way, and the step says why', async () => {
    const [first = ''] = MIGRATION_NAMES;
    await directly(async (database, db) => {
      await migrateToLatest(db, first);
      fillEveryTable(database);
      const schema = () => database.prepare('select sql from sqlite_master order by name').all();
      const [before, rows] = [schema(), rowsOfEveryTable(database)];
      const halfWay = migrateToLatest(db, undefined, {
        [first]: { up: async () => undefined },
        '0002-breaks': {
          up: async (within) => {
            await within.schema.alterTable('tenant').addColumn('added', 'text').execute();
            await within.schema.dropTable('incident').execute();
            throw new Error('half-way');
          },
        },
      });
      await expect(halfWay).rejects.toThrow('half-way');
      expect(schema()).toEqual(before);
      expect(rowsOfEveryTable(database)).toEqual(rows);
    });
    const store = await temp.open();
    expect(await store.listTenants()).toHaveLength(2);
  });

  it('lose raw pages nobody points to any more', async () => {
    const store = await temp.open();
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    for (const updatedAt of [10, 20, 30])
      await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt }), incident(`of ${updatedAt}`, { updatedAt })]));
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { updatedAt: 5 })]));
    for (const updatedAt of [40, 50]) await store.saveIncidentPage(page(TENANT_A, [incident('2', { updatedAt })]));
    await store.saveIncidentPage(page(TENANT_A, []));
    await store.close();
    // Three pages still hold an "of …" row, one the newest row 2. Gone: the page that was older, the one replaced, the empty one.
    expect(await directly((database) => database.prepare('select count(*) as n from raw_page').get())).toEqual({ n: 4 });
  });
});

/** A row as it has to be found after the newest step: columns that a step renamed under their new name. */
function renamed(table: string, row: Row): Row {
  if (table !== 'raw_page') return row;
  const { body_gzip, ...others } = row;
  return body_gzip === undefined ? row : { ...others, body: body_gzip };
}
