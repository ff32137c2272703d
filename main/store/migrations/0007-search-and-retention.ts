import { type Kysely, sql } from 'kysely';

/**
 * What incidents are found by (full text, values seen in them), which of them wait to be taken into it, how long they are kept, and what that removed.
 * Pages say how their body is packed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('raw_page').renameColumn('body_gzip', 'body').execute();
  await schema
    .alterTable('raw_page')
    .addColumn('encoding', 'text', (c) => c.notNull().defaultTo('gzip'))
    .execute();
  await schema.alterTable('tenant').addColumn('keep_days', 'integer').execute();
  await schema
    .createTable('store_setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('removal')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('tenant_key', 'integer', (c) => c.notNull().references('tenant.id').onDelete('cascade'))
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('older_than', 'integer', (c) => c.notNull())
    .addColumn('incidents', 'integer', (c) => c.notNull())
    .addColumn('unresolved', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('removal_of_tenant').on('removal').columns(['tenant_key', 'id']).execute();
  await createIndexTables(db);
  await sql`insert into search_pending (incident_key) select id from incident`.execute(db);
}

async function createIndexTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('search_pending')
    .addColumn('incident_key', 'integer', (c) => c.primaryKey().references('incident.id').onDelete('cascade'))
    .execute();
  await schema
    .createTable('entity')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value_folded', 'text', (c) => c.notNull())
    .addUniqueConstraint('entity_once', ['kind', 'value_folded'])
    .execute();
  await schema
    .createTable('sighting')
    .addColumn('entity_key', 'integer', (c) => c.notNull())
    .addColumn('tenant_key', 'integer', (c) => c.notNull())
    .addColumn('incident_key', 'integer', (c) => c.notNull().references('incident.id').onDelete('cascade'))
    .addColumn('seen_at', 'integer')
    .addPrimaryKeyConstraint('sighting_once', ['entity_key', 'tenant_key', 'incident_key'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await schema.createIndex('sighting_of_incident').on('sighting').column('incident_key').execute();
  for (const statement of SQLITE) await sql.raw(statement).execute(db);
}

/**
 * Of this engine: its full text keeps an index and no copy of the text, and what belongs to an incident goes with it in every way an incident can go.
 */
const SQLITE = [
  `create virtual table incident_text using fts5(text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
  `create trigger incident_text_goes after delete on incident begin
     delete from incident_text where rowid = old.id;
   end`,
  `create trigger entity_goes after delete on sighting when not exists (select 1 from sighting where entity_key = old.entity_key) begin
     delete from entity where id = old.entity_key;
   end`,
];
