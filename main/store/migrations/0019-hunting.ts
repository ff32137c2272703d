import { type Kysely, sql } from 'kysely';

/** Schedules and the history of runs as JSON, and digests of the rows a schedule found last. No row of any answer is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table hunting_record (kind text not null, id text not null, at integer not null, body text not null, primary key (kind, id)) without rowid`,
    `create table hunting_seen (schedule_id text not null, tenant_key integer not null references tenant (id) on delete cascade,
      digests blob not null, primary key (schedule_id, tenant_key))`,
  ])
    await sql.raw(statement).execute(db);
}
