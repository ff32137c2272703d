import type { Kysely } from 'kysely';

/** What happened about each tenant's consent, and which states are used up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consent_state').addColumn('used_at', 'integer').execute();
  await db.schema
    .createTable('consent_event')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('tenant_key', 'integer', (c) => c.notNull().references('tenant.id').onDelete('cascade'))
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('consent_event_of_tenant').on('consent_event').columns(['tenant_key', 'id']).execute();
}
