import type { Kysely } from 'kysely';
import type { IncidentKey, TenantId } from '../../contract/ids';
import { type WriteItem, writeItem } from '../../contract/writes';
import { STORED_INCIDENT } from './incident-row';
import type { Schema } from './schema';
import type { StoredIncident } from './store-port';
import type { WriteResultsPort } from './write-results';

/** The engine binds a limited number of values at a time. */
const AT_ONCE = 500;

/** What changing incidents asks of the store. */
export interface WritesPort extends WriteResultsPort {
  /** The rows of these incidents, in their order; those not stored are left out. */
  incidentRows(keys: readonly IncidentKey[]): Promise<StoredIncident[]>;
  /** Changes that are not finished, the oldest first, each under its tenant's present name. */
  listKeptWrites(): Promise<WriteItem[]>;
  /** Adds or changes, by `id`, all or none. Those of a tenant that is not there are passed over. */
  saveKeptWrites(items: readonly WriteItem[]): Promise<void>;
  removeKeptWrites(ids: readonly string[]): Promise<void>;
}

/** Changes not finished, the oldest first. One that a later version wrote in a form unknown here is passed over. */
export async function listKeptWrites(db: Kysely<Schema>): Promise<WriteItem[]> {
  const rows = await db
    .selectFrom('kept_write')
    .innerJoin('tenant', 'tenant.id', 'kept_write.tenant_key')
    .select(['kept_write.facts', 'tenant.display_name', 'tenant.tenant_id'])
    .orderBy('kept_write.id')
    .execute();
  return rows.flatMap(({ facts, display_name, tenant_id }) => {
    const item = writeItem.safeParse(JSON.parse(facts)).data;
    // The row's tenant is the one it belongs to, whatever the text says.
    return item?.tenantId === tenant_id ? [{ ...item, tenantName: display_name }] : [];
  });
}

/** Adds or changes, by `id`, all or none. */
export async function saveKeptWrites(db: Kysely<Schema>, items: readonly WriteItem[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const item of items) {
      const facts = JSON.stringify(item);
      const tenant = await within.selectFrom('tenant').select('id').where('tenant_id', '=', item.tenantId).executeTakeFirst();
      if (!tenant) continue;
      await within
        .insertInto('kept_write')
        .values({ write_id: item.id, tenant_key: tenant.id, facts })
        .onConflict((conflict) => conflict.column('write_id').doUpdateSet({ facts }))
        .execute();
    }
  });
}

export async function removeKeptWrites(db: Kysely<Schema>, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (let at = 0; at < ids.length; at += AT_ONCE)
      await within
        .deleteFrom('kept_write')
        .where('write_id', 'in', ids.slice(at, at + AT_ONCE))
        .execute();
  });
}

/** The rows of these incidents, in their order. */
export async function incidentRows(db: Kysely<Schema>, keys: readonly IncidentKey[]): Promise<StoredIncident[]> {
  const byTenant = new Map<TenantId, string[]>();
  for (const { tenantId, incidentId } of keys) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), incidentId]);
  const found = new Map<string, StoredIncident>();
  for (const [tenantId, ids] of byTenant) {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const rows = await db
        .selectFrom('incident')
        .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
        .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
        .where('tenant.tenant_id', '=', tenantId)
        .where('incident.incident_id', 'in', ids.slice(at, at + AT_ONCE))
        .select(STORED_INCIDENT)
        .execute();
      for (const row of rows) found.set(`${tenantId} ${row.incidentId}`, row);
    }
  }
  return keys.flatMap(({ tenantId, incidentId }) => found.get(`${tenantId} ${incidentId}`) ?? []);
}
