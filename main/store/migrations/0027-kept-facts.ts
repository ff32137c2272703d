import { type Kysely, sql } from 'kysely';

/**
 * What lists filter by, of all rows as it is in memory (`queue/kept-facts.ts`), so that the next start need not gather it: a block for every 4,096 keys. A row
 * that goes takes its block along, one that changes is noted, in whichever way that is done; rows that come take theirs along page by page (`page-writer.ts`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...TRIGGERS]) await sql.raw(statement).execute(db);
}

const COLUMNS = 'tenant_key, severity_folded, status_folded, assigned_folded, updated_at, created_at, resolved_at';
const BLOCK = 'old.id / 4096';

const TABLES = [
  'create table facts_legend (id integer primary key, format text not null, named text not null, kinds blob not null)',
  'create table facts_block (block integer primary key, legend integer not null, facts blob not null)',
  'create table facts_changed (id integer primary key)',
];

const TRIGGERS = [
  `create trigger facts_block_goes after delete on incident begin
     delete from facts_block where block = ${BLOCK};
   end`,
  `create trigger facts_block_changes after update of ${COLUMNS} on incident
   when exists (select 1 from facts_block where block = ${BLOCK}) begin
     insert or ignore into facts_changed values (old.id);
   end`,
];
