import { type Kysely, sql } from 'kysely';

const COLUMNS = 'id, tenant_key, severity_folded, status_folded, assigned_folded, updated_at, created_at, resolved_at';

/** The index that all rows are read into memory from knows their times as well. One that is not there now is made with the others (`late-indexes.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`select 1 from sqlite_master where type = 'index' and name = 'incident_facts'`.execute(db);
  if (rows.length === 0) return;
  await sql`drop index incident_facts`.execute(db);
  await sql`create index incident_facts on incident (${sql.raw(COLUMNS)})`.execute(db);
}
