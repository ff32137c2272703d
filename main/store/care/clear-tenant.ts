import type { Kysely } from 'kysely';
import type { TenantId } from '../../../contract/ids';
import type { Schema } from '../schema';
import { removeAll } from './remove-incidents';

/**
 * Removes what was read of a tenant; its profile stays. From the first step on it was never read whole, so that it looks like no complete read
 * wherever this ends. Null: there is no such tenant.
 */
export async function clearTenant(db: Kysely<Schema>, tenantId: TenantId, pause: () => Promise<void>): Promise<number | null> {
  const tenant = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!tenant) return null;
  await db.updateTable('tenant').set({ last_complete_at: null, partial: 0 }).where('id', '=', tenant.id).execute();
  // Whoever reads it next begins at the beginning: also where a page that was under way came in between.
  const forgetPlace = () => db.deleteFrom('sync_cursor').where('tenant_key', '=', tenant.id).execute();
  await forgetPlace();
  const { incidents } = await removeAll(db, tenant.id, null, pause);
  await db.deleteFrom('raw_page').where('tenant_key', '=', tenant.id).execute();
  await db.deleteFrom('removal').where('tenant_key', '=', tenant.id).execute();
  await forgetPlace();
  return incidents;
}
