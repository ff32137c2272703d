import type { Kysely } from 'kysely';
import type { Schema } from '../schema';
import { Behind } from './behind';
import type { KnownValues } from './row-coding';
import type { RowFacts } from './row-facts';
import type { RowVerdicts } from './row-verdicts';

/** After the first list was asked for: what draws it has the processor first. */
const FILL_AFTER_MS = 300;
/** After a question, when all rows are in memory: what is asked and written together is over by then. */
const KEEP_AFTER_MS = 5_000;

export interface FactsCareParts {
  db: Kysely<Schema>;
  facts: RowFacts;
  verdicts: Pick<RowVerdicts, 'isFull' | 'readSlice'>;
  /** Whether rows can be read in their order now. */
  canRead(): boolean;
  /** Whether the disk has room for what need not be kept. */
  hasRoom(): boolean;
  /** Reads anew what was written, and says which values there are. */
  upToDate(db: Kysely<Schema>): Promise<KnownValues>;
}

/** Reads into memory what counting needs of every row, piece by piece between questions, and then keeps it for the next start. */
export class FactsCare {
  readonly #filling: Behind;
  readonly #keeping: Behind;

  constructor(private readonly parts: FactsCareParts) {
    const { db, facts, verdicts } = parts;
    this.#filling = new Behind(FILL_AFTER_MS, {
      doSome: () => db.connection().execute(async (held) => (await this.#readSome(held)) || (parts.canRead() && verdicts.readSlice())),
      // Until the next try the engine counts.
      failed: () => facts.drop(),
    });
    this.#keeping = new Behind(KEEP_AFTER_MS, {
      doSome: () => db.connection().execute((held) => this.#keepSome(held)),
      failed: () => undefined,
    });
  }

  /** After a question. */
  later(): void {
    const { facts, verdicts } = this.parts;
    (facts.isFull && verdicts.isFull ? this.#keeping : this.#filling).later();
  }

  /** Settles when all is in memory, or cannot be read now. */
  fill(): Promise<void> {
    return this.#filling.now();
  }

  /** Reads all at once where that is quicker than what the engine does otherwise. */
  async hurry(db: Kysely<Schema>): Promise<void> {
    const { facts, canRead } = this.parts;
    if (facts.isFull || !canRead() || !facts.isQuick) return;
    while (await this.#readSome(db));
  }

  /** Keeps what is in memory, if it is all there. Settles when nothing is read or written any more. */
  async stop(): Promise<void> {
    await this.#filling.stop();
    if (this.parts.facts.isFull) await this.#keeping.now();
    await this.#keeping.stop();
  }

  async #readSome(db: Kysely<Schema>): Promise<boolean> {
    const { facts, canRead, upToDate } = this.parts;
    if (!canRead()) return false;
    const isMore = await facts.readSlice(db, await upToDate(db));
    if (facts.isFull) this.#keeping.later();
    return isMore;
  }

  async #keepSome(db: Kysely<Schema>): Promise<boolean> {
    const { facts, canRead, hasRoom, upToDate } = this.parts;
    if (!facts.isFull || !canRead() || !hasRoom()) return false;
    await upToDate(db);
    return facts.keepSome();
  }
}
