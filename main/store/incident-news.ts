import { type Kysely, sql } from 'kysely';
import type { IncidentKey, Instant, TenantId } from '../../contract/ids';
import { lookedAtAll } from './queue/looks';
import type { Schema } from './schema';

/** An open incident that came, or changed, after its tenant's first read. */
export interface NewsIncident extends IncidentKey {
  tenantName: string;
  group: string;
  name: string;
  severity: string;
  createdAt: Instant | null;
  /** What it is told in: once in each. */
  state: string;
}

/** News at most asked for at a time: a storm of more is told as one anyway. */
const MOST = 2_000;
const OPEN = sql<boolean>`incident.status_folded not in ('resolved', 'redirected') and incident.redirect_incident_id is null`;

/** What is news since an instant and was not told in its present state, the oldest first. What a tenant's first read brought is no news. */
export function untoldNews(db: Kysely<Schema>, since: Instant): Promise<NewsIncident[]> {
  return (
    db
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
        'incident.severity_folded as state',
      ])
      .where('incident.changed_at', '>', since)
      // Word for word that of the index: without it every row of every tenant is looked at.
      .where('incident.changed_at', '>', sql.lit(0))
      .where(OPEN)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('told_incident')
              .select('told_incident.state')
              .whereRef('told_incident.incident_key', '=', 'incident.id')
              .whereRef('told_incident.state', '=', 'incident.severity_folded'),
          ),
        ),
      )
      .orderBy('incident.changed_at')
      .limit(MOST)
      .execute()
  );
}

/** Notes that these were told. An incident that was resolved meanwhile may be told again when it is opened anew. */
export async function noteTold(db: Kysely<Schema>, told: readonly (IncidentKey & { state: string })[], at: Instant): Promise<void> {
  await db.transaction().execute(async (within) => {
    await sql`delete from told_incident where incident_key in
      (select told.incident_key from told_incident told join incident on incident.id = told.incident_key where not (${OPEN}))`.execute(
      within,
    );
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
  untoldNews(since: Instant): Promise<NewsIncident[]>;
  noteTold(told: readonly { tenantId: TenantId; incidentId: string; state: string }[], at: Instant): Promise<void>;
  /** Open incidents that came after their tenant's first read and were not looked at yet. */
  countNewOpen(): Promise<number>;
}
