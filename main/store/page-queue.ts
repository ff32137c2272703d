import type { DiskGuard } from './care/disk-guard';
import { toWireError } from '../utility/wire-error';
import type { IncidentPageWrite, PageAnswer, PageSaved } from './page-port';
import type { PageWriter } from './page-writer';
import { StoreError, storeErrorOf } from './store-error';

/** Rows written in one transaction at most, or one page: some 50 ms of work, which a query has to wait for. Pages of changes have few rows each. */
const ROWS_TOGETHER = 800;

interface Waiting {
  page: IncidentPageWrite;
  resolve(saved: PageSaved): void;
  reject(error: unknown): void;
}

interface Stored {
  one: Waiting;
  saved: PageSaved;
}

export interface PageQueueParts {
  writer: PageWriter;
  guard: DiskGuard;
  /** Does work between that of others. */
  alone<T>(work: () => T): Promise<T>;
  onSaved(saved: PageSaved): void;
}

/**
 * Writes pages that wait at the same time in one transaction: their rows then share pages of the indexes, which are encrypted and written
 * once. Each page still is stored whole or not at all: where one of them cannot be, all are written one by one.
 */
export class PageQueue {
  #waiting: Waiting[] = [];
  #scheduled = false;

  constructor(private readonly parts: PageQueueParts) {}

  save(page: IncidentPageWrite): Promise<PageSaved> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ page, resolve, reject });
      this.#schedule();
    });
  }

  /** Each is stored or refused by itself. */
  saveEach(pages: readonly IncidentPageWrite[]): Promise<PageAnswer[]> {
    return Promise.all(
      pages.map((page) =>
        this.save(page).then(
          (saved): PageAnswer => ({ ok: true, saved }),
          (error: unknown): PageAnswer => ({ ok: false, error: toWireError(error) }),
        ),
      ),
    );
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    // Pages that have arrived already are heard first.
    setImmediate(() => void this.#writeSome());
  }

  async #writeSome(): Promise<void> {
    this.#scheduled = false;
    const some = this.#waiting.splice(0, this.#together());
    try {
      await this.parts.alone(() => this.#write(some));
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
    this.#schedule();
  }

  /** How many of the pages that wait are written together, the first of them whatever its size. */
  #together(): number {
    let rows = 0;
    const beyond = this.#waiting.findIndex(({ page }) => (rows += page.rows.length) > ROWS_TOGETHER);
    return beyond < 0 ? this.#waiting.length : Math.max(1, beyond);
  }

  #write(some: readonly Waiting[]): void {
    const { guard, onSaved } = this.parts;
    const stored = this.#storeTogether(some) ?? some.flatMap((one) => this.#storeAlone(one) ?? []);
    // What is stored is answered whatever follows on it.
    for (const { one, saved } of stored) one.resolve(saved);
    for (const { saved } of stored) {
      guard.stored();
      onSaved(saved);
    }
  }

  /** Null: not all of them could be, and none is. */
  #storeTogether(some: readonly Waiting[]): Stored[] | null {
    const { writer, guard } = this.parts;
    try {
      guard.beforePage();
      const all = writer.saveTogether(some.map(({ page }) => page));
      return some.flatMap((one, index) => (all[index] ? [{ one, saved: all[index] }] : []));
    } catch (error) {
      if (some.length === 1) throw this.#noted(error);
      return null;
    }
  }

  /** Null: it could not be, and who waits for it was told why. */
  #storeAlone(one: Waiting): Stored | null {
    const { writer, guard } = this.parts;
    try {
      guard.beforePage();
      return { one, saved: writer.save(one.page) };
    } catch (error) {
      one.reject(this.#noted(error));
      return null;
    }
  }

  #noted(error: unknown): unknown {
    const known = storeErrorOf(error);
    if (known instanceof StoreError && known.kind === 'diskFull') this.parts.guard.full();
    return known;
  }
}
