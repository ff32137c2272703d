import { type Kysely, sql } from 'kysely';
import type { IncidentKey, TenantId } from '../../contract/ids';
import { STORED_INCIDENT } from './incident-row';
import { readUnpacked } from './packed-body';
import type { PageReader } from './page-reader';
import type { Schema } from './schema';
import type { StoredIncident } from './store-port';

/** One row, and of the body it came in what is of it: a page has a hundred incidents, and who asks for one would read them all. */
export async function readIncident(
  db: Kysely<Schema>,
  reader: Pick<PageReader, 'alone'>,
  key: IncidentKey,
): Promise<{ row: StoredIncident; rawBody: string } | null> {
  const found = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .where('tenant.tenant_id', '=', key.tenantId)
    .where('incident.incident_id', '=', key.incidentId)
    .select([...STORED_INCIDENT, 'raw_page.body', 'raw_page.encoding'])
    .executeTakeFirst();
  if (!found) return null;
  const { body, encoding, ...row } = found;
  return readUnpacked({ encoding, bytes: body }, (bytes) => {
    const alone = reader.alone(bytes, row.rawIndex);
    return alone === null ? { row, rawBody: bytes.toString('utf8') } : { row: { ...row, rawIndex: 0 }, rawBody: alone };
  });
}

/** Tenants with open incidents of high severity. The condition is word for word that of the index that answers it. */
export async function urgentTenants(db: Kysely<Schema>): Promise<TenantId[]> {
  const rows = await db
    .selectFrom('tenant')
    .select('tenant_id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('incident')
          .select('incident.id')
          .whereRef('incident.tenant_key', '=', 'tenant.id')
          .where(sql<boolean>`severity_folded = 'high' and status_folded not in ('resolved', 'redirected')`),
      ),
    )
    .execute();
  return rows.map(({ tenant_id }) => tenant_id);
}
