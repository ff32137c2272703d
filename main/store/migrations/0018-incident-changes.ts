import { type Kysely, sql } from 'kysely';

/** What changed in an incident since it was first stored, one row for each time something new of it came. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table incident_change (id integer primary key, incident_key integer not null references incident (id) on delete cascade,
    seen_at integer not null, updated_at integer, changes text not null)`.execute(db);
  await sql`create index incident_change_of on incident_change (incident_key, id)`.execute(db);
}
