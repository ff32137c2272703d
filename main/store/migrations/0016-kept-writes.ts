import { type Kysely, sql } from 'kysely';

/** Changes of incidents that were ordered and not finished: while the service could not be reached, or when Tenantry ended. Gone with their tenant. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table kept_write (
    id integer primary key,
    write_id text not null unique,
    tenant_key integer not null references tenant (id) on delete cascade,
    facts text not null
  )`.execute(db);
  await sql`create index kept_write_of_tenant on kept_write (tenant_key)`.execute(db);
}
