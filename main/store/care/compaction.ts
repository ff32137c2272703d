import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';

/** Less free space than this is left to be used again. */
const WORTHWHILE_BYTES = 1024 * 1024;
/** Pages given back in one step: some milliseconds. */
const PAGES_AT_ONCE = 256;
/** A store made before free pages could be given back one by one is written anew, up to this size: it takes seconds, and twice the space meanwhile. */
const REWRITTEN_BYTES = 128 * 1024 * 1024;
const INCREMENTAL = 2;

/** Gives space that became free back to the disk, in steps. */
export class Compaction {
  constructor(
    private readonly database: Database,
    private readonly alone: <T>(work: () => T) => Promise<T>,
  ) {}

  /** Bytes on disk (in memory, of a store there), and how many of them are free inside. */
  size(): { bytes: number; freeBytes: number } {
    const { name } = this.database;
    const onDisk = [name, `${name}-wal`].filter((file) => existsSync(file)).map((file) => statSync(file).size);
    const inMemory = this.#number('page_count') * this.#number('page_size');
    return { bytes: onDisk.length > 0 ? onDisk.reduce((sum, size) => sum + size, 0) : inMemory, freeBytes: this.#freeBytes() };
  }

  /** After much was removed. Where the disk is too full for it, the file stays as large as it is. */
  async run(pause: () => Promise<void>): Promise<void> {
    if (this.#freeBytes() < WORTHWHILE_BYTES) return;
    if (this.#number('auto_vacuum') !== INCREMENTAL) return this.alone(() => this.#rewrite());
    while (this.#number('freelist_count') > 0) {
      const before = this.#number('freelist_count');
      await this.alone(() => this.database.pragma(`incremental_vacuum(${PAGES_AT_ONCE})`));
      if (this.#number('freelist_count') >= before) break;
      await pause();
    }
    await this.alone(() => this.database.pragma('wal_checkpoint(TRUNCATE)'));
  }

  #rewrite(): void {
    if (this.#number('page_count') * this.#number('page_size') > REWRITTEN_BYTES) return;
    this.database.pragma('auto_vacuum = INCREMENTAL');
    this.database.prepare('vacuum').run();
    this.database.pragma('wal_checkpoint(TRUNCATE)');
  }

  #freeBytes(): number {
    return this.#number('freelist_count') * this.#number('page_size');
  }

  #number(pragma: string): number {
    return Number(this.database.pragma(pragma, { simple: true }));
  }
}
