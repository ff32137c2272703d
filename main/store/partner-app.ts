import type { Kysely } from 'kysely';
import type { Schema } from './schema';
import type { StoredPartnerApp } from './store-port';

const ONLY_ROW = 1;

export async function getPartnerApp(db: Kysely<Schema>): Promise<StoredPartnerApp | null> {
  const row = await db.selectFrom('partner_app').selectAll().where('id', '=', ONLY_ROW).executeTakeFirst();
  return row ? { clientId: row.client_id, homeTenantId: row.home_tenant_id, cloudId: row.cloud_id, savedAt: row.saved_at } : null;
}

export async function savePartnerApp(db: Kysely<Schema>, app: StoredPartnerApp): Promise<void> {
  const values = { client_id: app.clientId, home_tenant_id: app.homeTenantId, cloud_id: app.cloudId, saved_at: app.savedAt };
  await db
    .insertInto('partner_app')
    .values({ id: ONLY_ROW, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function removePartnerApp(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('partner_app').execute();
}
