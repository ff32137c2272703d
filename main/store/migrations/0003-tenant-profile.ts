import type { Kysely } from 'kysely';

const TEXTS = ['group_name', 'owner', 'contact', 'notes'] as const;

/** What people note on a tenant: group, tags, owner, contact, notes, colour. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of TEXTS) {
    await db.schema
      .alterTable('tenant')
      .addColumn(name, 'text', (c) => c.notNull().defaultTo(''))
      .execute();
  }
  await db.schema
    .alterTable('tenant')
    .addColumn('tags', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
  await db.schema.alterTable('tenant').addColumn('colour', 'text').execute();
}
