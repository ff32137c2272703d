import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store-error';

/** Kept beside the store while there is space, and given up when there is none: room to note which tenant could not be stored. */
const RESERVE_BYTES = 2 * 1024 * 1024;
/** A page is tried again when the disk has this much free. */
const ENOUGH_BYTES = 16 * 1024 * 1024;
/** What the store can do without is written only where so much is free. */
const AMPLE_BYTES = 256 * 1024 * 1024;

/**
 * Watches over a store on a disk that fills up. When a page or a small note does not fit, a reserve is freed for the notes that have to be kept, and
 * further pages are refused until there is space again.
 */
export class DiskGuard {
  #full = false;

  /** @param path the store's file; null: it is in memory */
  constructor(private readonly path: string | null) {
    this.#reserve();
  }

  /** Before something large is written. Throws StoreError `diskFull` while the disk is. */
  beforePage(): void {
    if (this.#full && this.#freeBytes() < ENOUGH_BYTES) throw new StoreError('diskFull', 'The disk is full');
  }

  /** Whether there is room for what only makes the store quicker. */
  hasRoom(): boolean {
    return this.#freeBytes() >= AMPLE_BYTES;
  }

  /** A page was stored. */
  stored(): void {
    if (!this.#full) return;
    this.#full = false;
    this.#reserve();
  }

  /** Writes something small that has to be kept, all or nothing: once more, with the reserve, where it is the first to find no space. */
  async withReserve<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const isFull = error instanceof StoreError && error.kind === 'diskFull';
      if (!isFull || !this.full()) throw error;
      return write();
    }
  }

  /** The engine found no space. True: there is some now, for small notes. */
  full(): boolean {
    this.#full = true;
    if (this.path === null || !existsSync(reserveOf(this.path))) return false;
    rmSync(reserveOf(this.path), { force: true });
    return true;
  }

  #freeBytes(): number {
    if (this.path === null) return Number.POSITIVE_INFINITY;
    const { bavail, bsize } = statfsSync(dirname(this.path));
    return bavail * bsize;
  }

  #reserve(): void {
    if (this.path === null || existsSync(reserveOf(this.path)) || this.#freeBytes() < ENOUGH_BYTES) return;
    try {
      const file = openSync(reserveOf(this.path), 'w', 0o600);
      try {
        writeSync(file, Buffer.alloc(RESERVE_BYTES));
      } finally {
        closeSync(file);
      }
    } catch {
      // Without the reserve the store works as well; only a full disk is told less.
    }
  }
}

function reserveOf(path: string): string {
  return `${path}.reserve`;
}
