import type { Kysely } from 'kysely';
import type { IncidentKey } from '../../../contract/ids';
import { STORED_INCIDENT } from '../incident-row';
import type { Schema } from '../schema';
import type { StoredIncident } from '../store-port';

/** Rows of these incidents, in their order. Those that are not stored are left out. */
export async function readRows(db: Kysely<Schema>, keys: readonly IncidentKey[]): Promise<StoredIncident[]> {
  const rows: StoredIncident[] = [];
  for (const { tenantId, incidentId } of keys) {
    const row = await db
      .selectFrom('incident')
      .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
      .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
      .select(STORED_INCIDENT)
      .where('tenant.tenant_id', '=', tenantId)
      .where('incident.incident_id', '=', incidentId)
      .executeTakeFirst();
    if (row) rows.push(row);
  }
  return rows;
}
