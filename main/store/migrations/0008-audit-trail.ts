import { type Kysely, sql } from 'kysely';

/** What people did, line by line. The table itself refuses to have a line changed or taken away. It names tenants by value: a line outlives its tenant. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('user', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('tenant_id', 'text')
    .addColumn('tenant_name', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger audit_entry_no_${change} before ${change} on audit_entry begin select raise(abort, 'the audit trail is only added to'); end`,
      )
      .execute(db);
  }
}
