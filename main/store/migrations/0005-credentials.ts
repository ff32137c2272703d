import { type Kysely, sql } from 'kysely';

/** Several credentials of a partner app, one of them in use. The secret there was becomes the first; whether the keychain still has it shows when it is read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('credential')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('app_key', 'integer', (c) => c.notNull().references('partner_app.id').onDelete('cascade'))
    .addColumn('credential_id', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('added_at', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'integer')
    .addColumn('in_use', 'integer', (c) => c.notNull())
    .addUniqueConstraint('credential_once', ['app_key', 'credential_id'])
    .execute();
  await sql`create unique index credential_in_use on credential (app_key) where in_use = 1`.execute(db);
  await sql`insert into credential (app_key, credential_id, source, added_at, in_use)
    select id, 'first', '{"kind":"secret"}', saved_at, 1 from partner_app`.execute(db);
}
