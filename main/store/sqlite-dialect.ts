import { SqliteAdapter, SqliteDialect } from 'kysely';

/** Kysely takes care not to change tables in a transaction on SQLite; SQLite itself can, and a step that fails half-way must leave nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}
