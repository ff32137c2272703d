import { type Kysely, sql } from 'kysely';

/** How far each tenant was read over each surface, which read listed an incident last, and since when none has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('sync_cursor')
    .addColumn('tenant_key', 'integer', (c) => c.notNull().references('tenant.id').onDelete('cascade'))
    .addColumn('surface', 'text', (c) => c.notNull())
    .addColumn('cursor', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('sync_cursor_once', ['tenant_key', 'surface'])
    .execute();
  await schema
    .alterTable('incident')
    .addColumn('listed_round', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('incident').addColumn('unlisted_at', 'integer').execute();
  await sql`update incident set status_folded = 'redirected' where redirect_incident_id is not null`.execute(db);
  await sql`create index incident_urgent on incident (tenant_key) where severity_folded = 'high' and status_folded not in ('resolved', 'redirected')`.execute(
    db,
  );
  await sql`create index incident_redirected on incident (tenant_key, redirect_incident_id) where redirect_incident_id is not null`.execute(
    db,
  );
}
