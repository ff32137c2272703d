import type Database from 'better-sqlite3-multiple-ciphers';

const TABLES = ['tenant', 'raw_page', 'incident', 'entity'] as const;
/** Tables whose rows are held by their keys for a while. */
type Keyed = (typeof TABLES)[number];

/**
 * Gives rows their keys, each one once as long as the store is open. By itself the engine gives the key of the last row again when that row has gone, and whoever
 * holds it meanwhile, as an export, a removal in steps or a page being unpacked do, would take a row of another tenant for it. What is held for longer lies in
 * the store and goes with its row.
 */
export class RowKeys {
  readonly #given = new Map<Keyed, number>();

  constructor(database: Database) {
    for (const table of TABLES) this.#given.set(table, Number(database.prepare(`select max(id) from ${table}`).pluck().get() ?? 0));
  }

  /** A key that was given to no row of a table. To be called by whoever inserts one: the engine is never left to choose. */
  next(table: Keyed): number {
    const key = (this.#given.get(table) ?? 0) + 1;
    this.#given.set(table, key);
    return key;
  }
}
