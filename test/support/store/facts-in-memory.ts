import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely } from 'kysely';
import { wantedOf } from '../../../main/store/queue/conditions';
import { DIMENSIONS } from '../../../main/store/queue/dimensions';
import { KeySet } from '../../../main/store/queue/key-set';
import { RowFacts } from '../../../main/store/queue/row-facts';
import { Tally } from '../../../main/store/queue/tally';
import type { Schema } from '../../../main/store/schema';
import { TransactionalSqliteDialect } from '../../../main/store/sqlite-dialect';

/** A row as lists filter by it. */
export type FactRow = [key: number, kind: string, updatedAt: number | null, createdAt: number | null, resolvedAt: number | null];

const ANY = wantedOf({ tenantId: null }, { tenants: null, statuses: [], now: 0 });

/** All rows as a start reads them into memory, with the kept ones as they were kept. @param times that rows may have */
export async function rowsInMemory(database: Database, times: readonly number[]): Promise<FactRow[]> {
  const db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database }) });
  const facts = new RowFacts(database);
  const { known } = await Tally.read(db);
  while (await facts.readSlice(db, known));
  const rows = new Map<number, FactRow>();
  for (const key of facts.select(ANY, null).keys) {
    const [kind] = facts.count(KeySet.ofAscending(Uint32Array.of(key)), new Set(DIMENSIONS));
    rows.set(key, [key, JSON.stringify([kind?.tenant, kind?.severity, kind?.status, kind?.assignedTo]), null, null, null]);
  }
  const set = (place: 2 | 3 | 4, time: number, { keys }: KeySet) => {
    for (const key of keys) (rows.get(key) ?? [])[place] = time;
  };
  for (const time of times.toSorted((a, b) => a - b)) {
    set(2, time, facts.select({ ...ANY, updatedFrom: time, updatedBefore: time + 1 }, null));
    set(3, time, facts.select({ ...ANY, createdFrom: time, createdBefore: time + 1 }, null));
    // Those resolved later are set again.
    set(4, time, facts.select({ ...ANY, resolvedFrom: time }, null));
  }
  return [...rows.values()];
}

/** The same as the table has them. */
export function rowsStored(database: Database): FactRow[] {
  const rows = database
    .prepare(
      `select id, json_array(tenant_key, severity_folded, status_folded, coalesce(assigned_folded, '')), updated_at, created_at, resolved_at
       from incident order by id`,
    )
    .raw()
    .all();
  return rows as FactRow[];
}
