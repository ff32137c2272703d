import { type Kysely, sql } from 'kysely';

/** Rows that come are counted by page, by whoever inserts them (`page-counts.ts`): by triggers, row by row, that took longer than storing them. Changes and deletions still count by themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const trigger of ['incident_tally_adds', 'incident_day_adds', 'incident_comes_resolved']) {
    await sql.raw(`drop trigger ${trigger}`).execute(db);
  }
}
