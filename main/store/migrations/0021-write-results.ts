import { type Kysely, sql } from 'kysely';

/** How ordered changes of incidents ended, so that it can be seen, tried again and taken back after a restart. Gone with their tenant. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table write_result (
    id integer primary key,
    write_id text not null unique,
    batch_id text not null,
    tenant_key integer not null references tenant (id) on delete cascade,
    facts text not null
  )`.execute(db);
  await sql`create index write_result_of_tenant on write_result (tenant_key)`.execute(db);
  await sql`create index write_result_of_batch on write_result (batch_id)`.execute(db);
}
