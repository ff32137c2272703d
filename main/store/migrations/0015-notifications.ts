import { type Kysely, sql } from 'kysely';

/** Which incidents were told of in which state, so that none is told twice; and an index of what is news, which first reads are not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table told_incident (incident_key integer not null references incident (id) on delete cascade, state text not null, told_at integer not null,
      primary key (incident_key, state)) without rowid`,
    'create index incident_news on incident (changed_at) where changed_at > 0',
  ])
    await sql.raw(statement).execute(db);
}
