import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** Several partner apps in a profile, tenants linked to them, consent states bound to one. What was there belongs to the one app there was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const name of ['app_id', 'name', 'purpose'] as const) {
    await schema
      .alterTable('partner_app')
      .addColumn(name, 'text', (c) => c.notNull().defaultTo(''))
      .execute();
  }
  await sql`update partner_app set app_id = ${randomUUID()}, name = 'Partner app'`.execute(db);
  await schema.createIndex('partner_app_id').on('partner_app').column('app_id').unique().execute();
  await schema
    .createTable('tenant_app')
    .addColumn('tenant_key', 'integer', (c) => c.notNull().references('tenant.id').onDelete('cascade'))
    .addColumn('app_key', 'integer', (c) => c.notNull().references('partner_app.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('tenant_app_key', ['tenant_key', 'app_key'])
    .execute();
  await schema.createIndex('tenant_app_of_app').on('tenant_app').column('app_key').execute();
  await sql`insert into tenant_app (tenant_key, app_key) select tenant.id, partner_app.id from tenant, partner_app`.execute(db);
  await schema
    .alterTable('consent_state')
    .addColumn('app_key', 'integer', (c) => c.references('partner_app.id').onDelete('cascade'))
    .execute();
  await sql`update consent_state set app_key = (select id from partner_app)`.execute(db);
}
