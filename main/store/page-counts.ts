import type Database from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';

const DAY = 'insert into incident_day (day, tenant_key, severity_folded, opened, resolved, timed, resolve_ms)';
const ADD = `on conflict do update set opened = opened + excluded.opened, resolved = resolved + excluded.resolved,
  timed = timed + excluded.timed, resolve_ms = resolve_ms + excluded.resolve_ms`;

/**
 * What is kept of rows that were inserted, by page and not row by row: how many there are of each kind and of each day, and that the search does not know them
 * yet. What changes or deletes a row later counts by itself, with triggers (migrations 0011 and 0017).
 */
const STATEMENTS = [
  `insert into incident_tally select tenant_key, severity_folded, status_folded, coalesce(assigned_folded, ''), count(*) from incident
    where id between ? and ? group by 1, 2, 3, 4 on conflict do update set incidents = incidents + excluded.incidents`,
  `${DAY} select created_at / 86400000, tenant_key, severity_folded, count(*), 0, 0, 0 from incident
    where id between ? and ? and created_at is not null and status_folded <> 'redirected' group by 1, 2, 3 ${ADD}`,
  `${DAY} select resolved_at / 86400000, tenant_key, severity_folded, 0, count(*), count(created_at), total(max(0, resolved_at - created_at)) from incident
    where id between ? and ? and resolved_at is not null group by 1, 2, 3 ${ADD}`,
  'insert or ignore into search_pending (incident_key) select id from incident where id between ? and ?',
];

/** Counts inserted rows. To be called in the transaction that inserts them, with nothing inserted in between by anybody else. */
export class PageCounts {
  readonly #statements: Statement[];

  constructor(database: Database) {
    this.#statements = STATEMENTS.map((sql) => database.prepare(sql));
  }

  /** In: keys of the first and the last row; all between them must be new. */
  add(first: number, last: number): void {
    for (const statement of this.#statements) statement.run(first, last);
  }
}
