import { type Kysely, sql } from 'kysely';
import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import { lookedAtAll } from './queue/looks';
import type { Schema } from './schema';

/** An open incident that came, or changed, after its tenant's first read, and was not looked at since. */
export interface NewsIncident extends IncidentKey {
  tenantName: string;
  group: string;
  name: string;
  severity: string;
  createdAt: Instant | null;
  /** 1: nobody has looked at it since it came, and it was never told. 0: a change of it is the news. */
  isNew: number;
  /** When it came, if that is news; else when it changed. */
  newsAt: Instant;
  /** What it is told in: once in each. */
  state: string;
}

/** Where asking for more goes on. */
export interface NewsPlace {
  changedAt: Instant;
  row: number;
}

export interface NewsPage {
  news: NewsIncident[];
  /** Null: this was all. */
  next: NewsPlace | null;
}

const AT_ONCE = 2_000;
const OPEN = sql<boolean>`incident.status_folded not in ('resolved', 'redirected') and incident.redirect_incident_id is null`;

/**
 * What is news since an instant and was not told in its present state, the oldest first, as a page. What a tenant's first read brought is no news, nor what
 * was changed from here.
 */
export async function untoldNews(db: Kysely<Schema>, since: Instant, after: NewsPlace | null): Promise<NewsPage> {
  const lookedAll = await lookedAtAll(db);
  const place = after ?? { changedAt: Math.max(since, lookedAll), row: Number.MAX_SAFE_INTEGER };
  const told = sql`select 1 from told_incident as told where told.incident_key = incident.id`;
  const rows = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .select([
      'tenant.tenant_id as tenantId',
      'tenant.display_name as tenantName',
      'tenant.group_name as group',
      'incident.incident_id as incidentId',
      'incident.name as name',
      'incident.severity as severity',
      'incident.created_at as createdAt',
      sql<number>`incident.first_stored_at > max(incident.looked_at, ${lookedAll}) and not exists (${told})`.as('isNew'),
      sql<Instant>`iif(incident.first_stored_at > ${since}, incident.first_stored_at, incident.changed_at)`.as('newsAt'),
      'incident.severity_folded as state',
      'incident.id as row',
      'incident.changed_at as changedAt',
    ])
    .where(sql<boolean>`(incident.changed_at, incident.id) > (${place.changedAt}, ${place.row})`)
    // Word for word that of the index: without it every row of every tenant is looked at.
    .where('incident.changed_at', '>', sql.lit(0))
    .whereRef('incident.changed_at', '>', 'incident.looked_at')
    .where(OPEN)
    .where(sql<boolean>`not exists (${told} and told.state = incident.severity_folded)`)
    .orderBy('incident.changed_at')
    .orderBy('incident.id')
    .limit(AT_ONCE)
    .execute();
  const last = rows.length < AT_ONCE ? undefined : rows.at(-1);
  return { news: rows, next: last ? { changedAt: last.changedAt, row: last.row } : null };
}

/** Notes that these were told. One that is closed later is told again when it is opened anew: a trigger (migration 0025) sees to it. */
export async function noteTold(db: Kysely<Schema>, told: readonly (IncidentKey & { state: string })[], at: Instant): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { tenantId, incidentId, state } of told)
      await sql`insert or ignore into told_incident (incident_key, state, told_at)
        select incident.id, ${state}, ${at} from incident join tenant on tenant.id = incident.tenant_key
        where incident.incident_id = ${incidentId} and tenant.tenant_id = ${tenantId}`.execute(within);
  });
}

/** Open incidents that came after their tenant's first read and were not looked at yet. */
export async function countNewOpen(db: Kysely<Schema>): Promise<number> {
  const since = await lookedAtAll(db);
  const row = await db
    .selectFrom('incident')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('incident.changed_at', '>', since)
    .where('incident.changed_at', '>', sql.lit(0))
    .where('incident.first_stored_at', '>', since)
    .whereRef('incident.first_stored_at', '>', 'incident.looked_at')
    .where(OPEN)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** What the store knows of news, for notifications. */
export interface NewsPort {
  untoldNews(since: Instant, after: NewsPlace | null): Promise<NewsPage>;
  noteTold(told: readonly { tenantId: TenantId; incidentId: string; state: string }[], at: Instant): Promise<void>;
  /** Open incidents that came after their tenant's first read and were not looked at yet. */
  countNewOpen(): Promise<number>;
}
