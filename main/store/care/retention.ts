import type { Kysely } from 'kysely';
import type { Instant, TenantId } from '../../../contract/ids';
import type { Removal } from '../../../contract/store-care';
import type { Schema } from '../schema';
import { removeSome } from './remove-incidents';

export const DAY_MS = 24 * 60 * 60_000;
/** The row of `store_setting` with the default; none: everything is kept. */
export const KEEP_DAYS = 'keep_days';
/** What was removed is told for so long. */
const TOLD_MS = 365 * DAY_MS;
const MOST_TOLD = 100;

/** The default, in days; null: everything is kept. */
export async function defaultKeepDays(db: Kysely<Schema>): Promise<number | null> {
  const row = await db.selectFrom('store_setting').select('value').where('name', '=', KEEP_DAYS).executeTakeFirst();
  return row ? Number(row.value) : null;
}

/** Sets the default (null tenant) or a tenant's own. False: there is no such tenant. */
export async function saveKeepDays(db: Kysely<Schema>, tenantId: TenantId | null, days: number | null): Promise<boolean> {
  if (tenantId !== null) {
    const { numUpdatedRows } = await db.updateTable('tenant').set({ keep_days: days }).where('tenant_id', '=', tenantId).executeTakeFirst();
    return numUpdatedRows === 1n;
  }
  await db.transaction().execute(async (within) => {
    await within.deleteFrom('store_setting').where('name', '=', KEEP_DAYS).execute();
    if (days !== null && days > 0)
      await within
        .insertInto('store_setting')
        .values({ name: KEEP_DAYS, value: String(days) })
        .execute();
  });
  return true;
}

/** Removes what is older than it is kept, of every tenant, and notes what that was. How many incidents went. */
export async function applyRetention(db: Kysely<Schema>, now: Instant, pause: () => Promise<void>): Promise<number> {
  const byDefault = (await defaultKeepDays(db)) ?? 0;
  const tenants = await db.selectFrom('tenant').select(['id', 'keep_days']).where('incident_count', '>', 0).execute();
  let total = 0;
  for (const { id, keep_days } of tenants) {
    while ((keep_days ?? byDefault) > 0) {
      const removed = await db.transaction().execute((within) => removeOld(within, id, now));
      if (removed === 0) break;
      total += removed;
      await pause();
    }
  }
  await db
    .deleteFrom('removal')
    .where('at', '<', now - TOLD_MS)
    .execute();
  return total;
}

/**
 * Some of one tenant's. How long they are kept is asked with every step, so that what somebody says meanwhile is heeded; what went is noted with it, so that it is
 * told wherever this ends.
 */
async function removeOld(within: Kysely<Schema>, tenantKey: number, now: Instant): Promise<number> {
  const tenant = await within.selectFrom('tenant').select('keep_days').where('id', '=', tenantKey).executeTakeFirst();
  if (!tenant) return 0;
  const days = tenant.keep_days ?? (await defaultKeepDays(within)) ?? 0;
  if (days === 0) return 0;
  const olderThan = now - days * DAY_MS;
  const { incidents, unresolved } = await removeSome(within, tenantKey, olderThan);
  if (incidents > 0) await noteRemoval(within, { tenant_key: tenantKey, at: now, older_than: olderThan, incidents, unresolved });
  return incidents;
}

/** Steps of one removal are told together. */
async function noteRemoval(within: Kysely<Schema>, values: Omit<Schema['removal'], 'id'>): Promise<void> {
  const { numUpdatedRows } = await within
    .updateTable('removal')
    .set((eb) => ({ incidents: eb('incidents', '+', values.incidents), unresolved: eb('unresolved', '+', values.unresolved) }))
    .where('tenant_key', '=', values.tenant_key)
    .where('at', '=', values.at)
    .where('older_than', '=', values.older_than)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await within.insertInto('removal').values(values).execute();
}

export function listRemovals(db: Kysely<Schema>): Promise<Removal[]> {
  return db
    .selectFrom('removal')
    .innerJoin('tenant', 'tenant.id', 'removal.tenant_key')
    .select([
      'tenant.tenant_id as tenantId',
      'tenant.display_name as tenantName',
      'removal.at',
      'removal.older_than as olderThan',
      'removal.incidents',
      'removal.unresolved',
    ])
    .orderBy('removal.id', 'desc')
    .limit(MOST_TOLD)
    .execute();
}
