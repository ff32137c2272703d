import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import * as first from '../../../main/store/migrations/0001-first';
import { openDatabase } from '../../../main/store/open-database';
import { testBinding } from '../../support/sqlite-binding';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

describe('the tables of the store', () => {
  let temp: TempStore;
  beforeEach(() => {
    temp = new TempStore();
  });
  afterEach(() => temp.remove());

  /** Works on the store's tables directly, as another version would. */
  async function directly<T>(
    work: (database: { prepare(sql: string): { run(...values: unknown[]): unknown; get(): unknown } }) => Promise<T> | T,
  ): Promise<T> {
    const opened = openDatabase({ path: temp.path, key: temp.key, binding: testBinding() });
    if (!opened.ok) throw new Error(opened.detail);
    try {
      return await work(opened.database);
    } finally {
      opened.database.close();
    }
  }

  it('are brought from the first version to the newest, with what was in it', async () => {
    const opened = openDatabase({ path: temp.path, key: temp.key, binding: testBinding() });
    if (!opened.ok) throw new Error(opened.detail);
    const old = new Kysely({ dialect: new SqliteDialect({ database: opened.database }) });
    const { error } = await new Migrator({ db: old, provider: { getMigrations: async () => ({ '0001-first': first }) } }).migrateToLatest();
    expect(error).toBeUndefined();
    opened.database
      .prepare("insert into tenant (tenant_id, display_name, name_folded, added_at) values (?, 'Old', 'old', 1)")
      .run(TENANT_A);
    opened.database.prepare("insert into consent_state (state, tenant_key, created_at, expires_at) values ('handed out', 1, 1, 100)").run();
    await old.destroy();

    const store = await temp.open();
    expect(await store.listTenants()).toMatchObject([
      { tenantId: TENANT_A, displayName: 'Old', incidentCount: 0, partial: false, profile: EMPTY_PROFILE },
    ]);
    expect(await store.saveIncidentPage(page(TENANT_A, [incident('1')]))).toMatchObject({ inserted: 1 });
    expect(await store.redeemConsentState({ state: 'handed out', expected: null, spend: true, now: 2 })).toEqual({
      found: 'valid',
      tenantId: TENANT_A,
    });
  });

  it('of a later version are refused and stay as they are', async () => {
    await (await temp.open()).close();
    const count = () => directly((database) => database.prepare('select count(*) as n from kysely_migration').get() as { n: number });
    const { n: ours } = await count();
    await directly((database) => database.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', 'x')").run());
    expect(await temp.answer()).toMatchObject({ ok: false, failure: 'failed', detail: expect.stringContaining('9999-later') });
    expect(await count()).toEqual({ n: ours + 1 });
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
