import { type Kysely, sql } from 'kysely';

/** Tags and the number of comments, so that it is seen what of them changed; and of each change what was there before, and whether it came from here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table incident add column tags text`.execute(db);
  await sql`alter table incident add column comment_count integer`.execute(db);
  await sql`alter table incident_change add column before_at integer`.execute(db);
  await sql`alter table incident_change add column own integer not null default 0`.execute(db);
}
