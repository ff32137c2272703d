import type Database from 'better-sqlite3-multiple-ciphers';
import { type DatabaseConnection, type Driver, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';

/** Kysely takes care not to change tables in a transaction on SQLite; SQLite itself can, and a step that fails half-way must leave nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * On a full disk and after some other failures SQLite has taken a transaction back by itself (https://sqlite.org/lang_transaction.html, "Response To Errors
 * Within A Transaction"). Taking it back once more would fail, and hide why it failed.
 */
class OnceRollingBackDriver extends SqliteDriver {
  constructor(private readonly database: Database) {
    super({ database });
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.inTransaction) await super.rollbackTransaction(connection);
  }
}

export class TransactionalSqliteDialect extends SqliteDialect {
  constructor(private readonly parts: { database: Database }) {
    super(parts);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): Driver {
    return new OnceRollingBackDriver(this.parts.database);
  }
}
