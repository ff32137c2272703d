import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';

/** What the queue is counted, sorted and filtered by. Anything else of a row may change without a word. */
const COLUMNS =
  'severity_folded, status_folded, assigned_folded, updated_at, created_at, resolved_at, name_folded, alert_count, classification, determination';

/** Tables and triggers of this connection alone: which rows were written since they were last asked for, by whomever. */
const WATCH = [
  'create temp table if not exists touched_row (id integer primary key, tenant_key integer)',
  `create temp trigger if not exists touched_by_insert after insert on main.incident begin
     insert or replace into touched_row values (new.id, new.tenant_key);
   end`,
  `create temp trigger if not exists touched_by_update after update of ${COLUMNS} on main.incident begin
     insert or replace into touched_row values (new.id, new.tenant_key);
   end`,
  `create temp trigger if not exists touched_by_delete after delete on main.incident begin
     insert or replace into touched_row values (old.id, old.tenant_key);
   end`,
  // Taken into the full text anew.
  `create temp trigger if not exists touched_by_search after delete on main.search_pending begin
     insert or ignore into touched_row values (old.incident_key, null);
   end`,
];

/** From now on rows that are written are noted. */
export async function watchRows(db: Kysely<Schema>): Promise<void> {
  for (const statement of WATCH) await sql.raw(statement).execute(db);
}

/** How many rows were written since the last `forgetTouched`, and the short keys of their tenants. */
export async function touchedRows(db: Kysely<Schema>): Promise<{ rows: number; tenants: readonly number[] }> {
  const counted = await sql<{ found: number }>`select count(*) as found from touched_row`.execute(db);
  const rows = counted.rows[0]?.found ?? 0;
  if (rows === 0) return { rows, tenants: [] };
  const tenants = await sql<{ key: number }>`select distinct tenant_key as key from touched_row where tenant_key is not null`.execute(db);
  return { rows, tenants: tenants.rows.map(({ key }) => key) };
}

export async function forgetTouched(db: Kysely<Schema>): Promise<void> {
  await sql`delete from touched_row`.execute(db);
}

/** Rises with every row the connection wrote, deleted or changed: what was read at the same number is still true. */
export async function changesSoFar(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(db);
  return rows[0]?.changes ?? -1;
}
