import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskGuard } from '../../../main/store/care/disk-guard';
import { migrateToLatest } from '../../../main/store/migrations/migrate';
import { PageQueue } from '../../../main/store/page-queue';
import { PageWriter } from '../../../main/store/page-writer';
import { RowKeys } from '../../../main/store/row-keys';
import type { Schema } from '../../../main/store/schema';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';
import { addTenant } from '../../../main/store/tenants';
import { incident, page, TENANT_A, tenant } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

describe('pages that wait to be stored', () => {
  let temp: TempStore;
  let database: Database;
  let db: Kysely<Schema>;

  beforeEach(async () => {
    temp = new TempStore();
    database = temp.database(':memory:');
    db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database }) });
    await migrateToLatest(db);
  });
  afterEach(async () => {
    await db.destroy();
    await temp.remove();
  });

  it('are stored once, and answered, also where what follows on them fails', async () => {
    const keys = new RowKeys(database);
    await addTenant(db, tenant(TENANT_A, 'Contoso'), keys.next('tenant'));
    const queue = new PageQueue({
      writer: new PageWriter(database, keys),
      guard: new DiskGuard(null),
      alone: async (work) => work(),
      onSaved: () => {
        throw new Error('an index could not be taken away');
      },
    });
    const one = page(TENANT_A, [incident('1')]);
    const answers = await queue.saveEach([one, page(TENANT_A, [incident('2')])]);
    const inserted = { ok: true, saved: { inserted: 1, updated: 0, unchanged: 0 } };
    expect(answers).toEqual([inserted, inserted]);
    // A page that was stored a second time would have taken the place of the first.
    expect(database.prepare('select max(id) from raw_page').pluck().get()).toBe(2);
  });
});
