import { type Kysely, sql } from 'kysely';

/** More is known of incidents by their values, and long ones whole: all are taken into the search anew, and until then it says that it does not cover them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert or ignore into search_pending (incident_key) select id from incident`.execute(db);
}
