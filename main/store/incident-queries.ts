import { type Kysely, sql } from 'kysely';
import type { IncidentKey, TenantId } from '../../contract/ids';
import type { IncidentQuery } from '../../contract/incident';
import { fold } from './fold';
import { matches } from './incident-filter';
import { ordered } from './incident-order';
import { STORED_INCIDENT } from './incident-row';
import { unpackBody } from './packed-body';
import type { Schema } from './schema';
import { readSearchCoverage } from './search/search-coverage';
import type { StoredIncident, StoredIncidentPage } from './store-port';

interface SeverityCount {
  severity_folded: string;
  rows: number;
}

const NOTHING: StoredIncidentPage = { rows: [], total: 0, bySeverity: {}, search: null };

/**
 * The rows of one window of a query, and counts over all rows that match. Those by severity leave the severities asked for aside, so that choosing one
 * does not blank out the others. A tenant that is not there has none.
 */
export async function queryIncidents(db: Kysely<Schema>, query: IncidentQuery): Promise<StoredIncidentPage> {
  const tenant =
    query.tenantId === null ? null : await db.selectFrom('tenant').select('id').where('tenant_id', '=', query.tenantId).executeTakeFirst();
  if (tenant === undefined) return NOTHING;
  const search = query.text?.trim() ? await readSearchCoverage(db) : null;
  const narrowing = { tenant: tenant?.id ?? null, allSearchable: search === null || search.searchable >= search.total };
  const filter = matches(query, narrowing);
  const counts = await (search === null
    ? tallied(db, query, narrowing.tenant)
    : counted(db, matches({ ...query, severities: [] }, narrowing)));
  const bySeverity = Object.fromEntries(counts.map(({ severity_folded, rows }) => [severity_folded, rows]));
  const wanted = query.severities?.length ? new Set(query.severities.map(fold)) : null;
  const total = counts.reduce((sum, { severity_folded, rows }) => sum + (wanted === null || wanted.has(severity_folded) ? rows : 0), 0);
  return { rows: total > query.offset ? await rowsOf(db, query, filter) : [], total, bySeverity, search };
}

/** Rows by severity, with no text asked for: from the tally that is kept with every change. */
function tallied(db: Kysely<Schema>, { statuses }: IncidentQuery, tenant: number | null): Promise<SeverityCount[]> {
  return db
    .selectFrom('incident_tally')
    .select((eb) => ['severity_folded', eb.fn.sum<number>('incidents').as('rows')])
    .$if(tenant !== null, (some) => some.where('tenant_key', '=', tenant ?? 0))
    .$if(!!statuses?.length, (some) => some.where('status_folded', 'in', (statuses ?? []).map(fold)))
    .where('incidents', '>', 0)
    .groupBy('severity_folded')
    .execute();
}

/** Rows by severity, counted. */
function counted(db: Kysely<Schema>, filter: ReturnType<typeof matches>): Promise<SeverityCount[]> {
  return db
    .selectFrom('incident')
    .select((eb) => ['severity_folded', eb.fn.countAll<number>().as('rows')])
    .where(filter)
    .groupBy('severity_folded')
    .execute();
}

/** Keys first, whole rows only of the window: rows that are skipped are read from an index alone. */
function rowsOf(db: Kysely<Schema>, query: IncidentQuery, filter: ReturnType<typeof matches>): Promise<StoredIncident[]> {
  const candidates = db.selectFrom('incident').innerJoin('tenant', 'tenant.id', 'incident.tenant_key').where(filter);
  const window = ordered(candidates.select('incident.id'), query.sort, query.descending).limit(query.limit).offset(query.offset);
  const whole = db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .where('incident.id', 'in', window)
    .select(STORED_INCIDENT);
  return ordered(whole, query.sort, query.descending).execute();
}

/** One row and the body of the answer it came in. */
export async function readIncident(db: Kysely<Schema>, key: IncidentKey): Promise<{ row: StoredIncident; rawBody: string } | null> {
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
  return { row, rawBody: await unpackBody({ encoding, bytes: body }) };
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
