import type { Kysely } from 'kysely';
import { STORED_INCIDENT } from '../incident-row';
import type { Schema } from '../schema';
import type { StoredIncident } from '../store-port';

/** Whole rows only of the window: rows that are passed over are read from an index alone. */
export async function wholeRows(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredIncident[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .where('incident.id', 'in', ids)
    .select(['incident.id', ...STORED_INCIDENT])
    .execute();
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
