import { type Kysely, sql } from 'kysely';

/** An incident that is closed was told in no state any more, but was told before (the empty state): opened anew it is told again, whatever came in between. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger told_incident_closes after update of status_folded, redirect_incident_id on incident
    when new.status_folded in ('resolved', 'redirected') or new.redirect_incident_id is not null begin
      update or replace told_incident set state = '' where incident_key = new.id;
    end`.execute(db);
}
