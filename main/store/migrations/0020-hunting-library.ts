import { type Kysely, sql } from 'kysely';

/** Queries people keep. `content`: JSON of a QueryContent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table hunting_query (query_id text primary key, content text not null, updated_at integer not null) without rowid`.execute(
    db,
  );
}
