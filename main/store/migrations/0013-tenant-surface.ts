import type { Kysely } from 'kysely';

/** Over which surface a tenant is to be read, and over which it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tenant').addColumn('preferred_surface', 'text').execute();
  await db.schema.alterTable('tenant').addColumn('read_over', 'text').execute();
}
