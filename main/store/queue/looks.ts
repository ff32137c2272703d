import type { Kysely } from 'kysely';
import type { IncidentKey, Instant } from '../../../contract/ids';
import type { Schema } from '../schema';

/** The row of `store_setting` with the time up to which everything was looked at. */
const LOOKED_AT_ALL = 'looked_at_all';

/** Notes that an incident was opened, or (null) that all there are were looked at. */
export async function noteLook(db: Kysely<Schema>, key: IncidentKey | null, at: Instant): Promise<void> {
  if (key === null) {
    const value = String(at);
    await db
      .insertInto('store_setting')
      .values({ name: LOOKED_AT_ALL, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
    return;
  }
  await db
    .updateTable('incident')
    .set({ looked_at: at })
    .where('incident_id', '=', key.incidentId)
    .where('tenant_key', '=', (eb) => eb.selectFrom('tenant').select('tenant.id').where('tenant_id', '=', key.tenantId))
    .execute();
}

/** When all there were had been looked at; 0: never. */
export async function lookedAtAll(db: Kysely<Schema>): Promise<Instant> {
  const row = await db.selectFrom('store_setting').select('value').where('name', '=', LOOKED_AT_ALL).executeTakeFirst();
  return row ? Number(row.value) : 0;
}
