import type Database from 'better-sqlite3-multiple-ciphers';

/**
 * Indexes that lists can do without for a while, as migrations 0011 and 0023 made them: a value's own rows, every order but the newest first, and rows by key.
 * A migration that changes one changes it here as well.
 */
export const LATE_INDEXES: Readonly<Record<string, string>> = {
  incident_facts: '(id, tenant_key, severity_folded, status_folded, assigned_folded, updated_at, created_at, resolved_at)',
  incident_of_tenant: '(tenant_key, updated_at desc, id, severity_folded, status_folded, assigned_folded)',
  incident_of_severity: '(severity_folded, updated_at desc, id, tenant_key, status_folded)',
  incident_of_status: '(status_folded, updated_at desc, id, tenant_key, severity_folded)',
  incident_of_assignee: '(assigned_folded, updated_at desc, id, tenant_key, severity_folded, status_folded)',
  incident_created: '(created_at desc, id, tenant_key, severity_folded, status_folded)',
  incident_by_name: '(name_folded, updated_at desc, id, tenant_key, severity_folded, status_folded)',
  incident_by_alerts: '(alert_count desc, updated_at desc, id, tenant_key, severity_folded, status_folded)',
};
const NAMES = Object.keys(LATE_INDEXES);

/** So many rows in one wave, and at least one in so many of all there are: then the indexes are made anew behind it. */
const WAVE_ROWS = 3_000;
const WAVE_SHARE = 4;
/** A wave is over when fewer rows than this came … */
const TRICKLE_ROWS = 500;
/** … in this time. */
const LOOK_EVERY_MS = 2_000;
/** After one could not be made, on a full disk for example. */
const RETRY_MS = 30_000;

export interface LateIndexesParts {
  database: Database;
  /** Does work between that of others. Throws when the store is closed. */
  alone<T>(work: () => T): Promise<T>;
  /** After indexes were made, of which the planner knows nothing yet; while nothing else is under way. */
  onMade(): void;
}

/**
 * Takes those indexes away while a large read runs and makes them anew from all rows at once when it is over: row by row they take two thirds of the
 * time a page is stored in, and the more rows there are the longer. What is missing when a store is opened is made then.
 */
export class LateIndexes {
  readonly #there: Set<string>;
  #wave = 0;
  #lately = 0;
  #timer: NodeJS.Timeout | null = null;
  #making: Promise<void> | null = null;
  #stopped = false;

  constructor(private readonly parts: LateIndexesParts) {
    const known = parts.database.prepare("select name from sqlite_master where type = 'index' and tbl_name = 'incident'").all();
    this.#there = new Set((known as { name: string }[]).map(({ name }) => name).filter((name) => name in LATE_INDEXES));
    if (this.#there.size < NAMES.length) this.#lookLater(LOOK_EVERY_MS);
  }

  has(name: string): boolean {
    return this.#there.has(name) || !(name in LATE_INDEXES);
  }

  /** After a transaction, while nothing else is under way. */
  rowsStored(inserted: number): void {
    if (inserted === 0) return;
    this.#wave += inserted;
    this.#lately += inserted;
    if (this.#there.size === NAMES.length && this.#wave >= WAVE_ROWS && this.#wave * WAVE_SHARE >= this.#rows()) this.#takeAway();
    this.#lookLater(LOOK_EVERY_MS);
  }

  /** Ends a wave at once. Settles when every index is there, or could not be made now. */
  async settle(): Promise<void> {
    this.#wave = 0;
    this.#making ??= this.#make().finally(() => {
      this.#making = null;
    });
    await this.#making;
  }

  /** Settles when the one under way is made. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#making;
  }

  #rows(): number {
    const counted = this.parts.database.prepare('select coalesce(sum(incident_count), 0) as rows from tenant').get();
    return (counted as { rows: number }).rows;
  }

  #takeAway(): void {
    const { database } = this.parts;
    database.transaction(() => {
      for (const name of NAMES) database.prepare(`drop index if exists ${name}`).run();
    })();
    this.#there.clear();
  }

  #lookLater(ms: number): void {
    if (this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#look();
    }, ms).unref();
  }

  #look(): void {
    const over = this.#lately < TRICKLE_ROWS;
    this.#lately = 0;
    if (over) void this.settle();
    else this.#lookLater(LOOK_EVERY_MS);
  }

  async #make(): Promise<void> {
    try {
      const missing = NAMES.filter((name) => !this.#there.has(name));
      for (const name of missing) {
        if (this.#stopped) return;
        await this.parts.alone(() =>
          this.parts.database.prepare(`create index if not exists ${name} on incident ${LATE_INDEXES[name]}`).run(),
        );
        this.#there.add(name);
        // Calls that came meanwhile go first.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (missing.length > 0) await this.parts.alone(() => this.parts.onMade());
    } catch {
      this.#lookLater(RETRY_MS);
    }
  }
}
