import type { Kysely } from 'kysely';
import type { Instant } from '../../../contract/ids';
import type { Schema } from '../schema';

/** Incidents that go in one step: some 20 ms. */
const AT_ONCE = 100;

export interface Removed {
  incidents: number;
  unresolved: number;
}

/**
 * Removes some incidents of a tenant, with all that belongs to them, and answers of the service that no incident points to any more. To be called in a transaction.
 * @param olderThan only those last updated before it; without a last update, read before it. Null: any
 * @returns none: there are no more of them
 */
export async function removeSome(within: Kysely<Schema>, tenantKey: number, olderThan: Instant | null): Promise<Removed> {
  const some = await within
    .selectFrom('incident')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .select(['incident.id', 'incident.raw_page_key', 'incident.status_folded'])
    .where('incident.tenant_key', '=', tenantKey)
    .$if(olderThan !== null, (query) =>
      query.where((eb) => eb(eb.fn.coalesce('incident.updated_at', 'raw_page.read_at'), '<', olderThan ?? 0)),
    )
    .orderBy('incident.updated_at')
    .limit(AT_ONCE)
    .execute();
  if (some.length === 0) return { incidents: 0, unresolved: 0 };
  const ids = some.map(({ id }) => id);
  const pages = [...new Set(some.map(({ raw_page_key }) => raw_page_key))];
  await within.deleteFrom('incident').where('id', 'in', ids).execute();
  await within
    .deleteFrom('raw_page')
    .where('id', 'in', pages)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('incident').select('incident.id').whereRef('incident.raw_page_key', '=', 'raw_page.id'))))
    .execute();
  await within
    .updateTable('tenant')
    .set((eb) => ({ incident_count: eb('incident_count', '-', some.length) }))
    .where('id', '=', tenantKey)
    .execute();
  return { incidents: some.length, unresolved: some.filter(({ status_folded }) => status_folded !== 'resolved').length };
}

/** Removes all of a tenant, some in a transaction; between two steps `pause` lets others work. How many went. */
export async function removeAll(db: Kysely<Schema>, tenantKey: number, pause: () => Promise<void>): Promise<number> {
  for (let removed = 0; ; ) {
    const { incidents } = await db.transaction().execute((within) => removeSome(within, tenantKey, null));
    if (incidents === 0) return removed;
    removed += incidents;
    await pause();
  }
}
