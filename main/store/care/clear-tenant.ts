import type { Kysely } from 'kysely';
import type { TenantId } from '../../../contract/ids';
import type { Schema } from '../schema';
import { forgetFacets } from './forget-facets';
import { removeAll } from './remove-incidents';

/**
 * Removes what was read of a tenant; its profile stays. From the first step on it was never read, so that it looks like no complete read wherever this
 * ends, and a page of a read that began before finds nothing to go on from (`PageWriter`). Null: there is no such tenant.
 */
export async function clearTenant(db: Kysely<Schema>, tenantId: TenantId, pause: () => Promise<void>): Promise<number | null> {
  const tenant = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!tenant) return null;
  await db.updateTable('tenant').set({ last_complete_at: null, partial: 0 }).where('id', '=', tenant.id).execute();
  await db.deleteFrom('sync_cursor').where('tenant_key', '=', tenant.id).execute();
  const incidents = await removeAll(db, tenant.id, pause);
  await db.deleteFrom('raw_page').where('tenant_key', '=', tenant.id).execute();
  await db.deleteFrom('removal').where('tenant_key', '=', tenant.id).execute();
  // Counts went with what they count; a day on which nothing is left of it may still be there.
  await db.deleteFrom('incident_day').where('tenant_key', '=', tenant.id).execute();
  // Blocks of kept facts went with the incidents. Names of analysts stand in their legend, which is made anew of what is left.
  await db.deleteFrom('facts_legend').execute();
  if (incidents > 0) await forgetFacets(db, pause);
  return incidents;
}
