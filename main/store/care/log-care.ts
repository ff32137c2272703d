import type Database from 'better-sqlite3-multiple-ciphers';

/** So long after the last write. */
const QUIET_MS = 1_000;

export interface LogCareParts {
  database: Database;
  /** Does work between that of others. Throws when the store is closed. */
  alone<T>(work: () => T): Promise<T>;
}

/**
 * Moves the write-ahead log into the file when nobody writes. Left to the engine that is done by the transaction that finds it full, some hundred milliseconds in
 * the middle of a read; then it is only where one writes without a pause.
 */
export class LogCare {
  #timer: NodeJS.Timeout | null = null;
  #moving: Promise<void> | null = null;
  #stopped = false;

  constructor(private readonly parts: LogCareParts) {}

  /** After a transaction. */
  written(): void {
    if (this.#stopped) return;
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#move(), QUIET_MS).unref();
  }

  /** Settles when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#moving;
  }

  #move(): void {
    this.#timer = null;
    // On a full disk, for example: the engine tries by itself later.
    this.#moving = this.parts.alone(() => void this.parts.database.pragma('wal_checkpoint(PASSIVE)')).catch(() => undefined);
  }
}
