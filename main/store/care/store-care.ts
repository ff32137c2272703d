import type { Kysely } from 'kysely';
import type { Schema } from '../schema';
import { StoreError } from '../store-error';
import type { Compaction } from './compaction';
import { forgetFacets } from './forget-facets';
import { applyRetention } from './retention';

/** How often it is looked for what is older than it is kept. */
const EVERY_MS = 6 * 60 * 60_000;
/** After a store was opened: the first list is on screen by then, which this would hold up. */
const FIRST_AFTER_MS = 2_000;

export interface StoreCareParts {
  db: Kysely<Schema>;
  compaction: Compaction;
  now(): number;
}

/** Keeps the store from growing without an end, behind everything else: removes what is older than it is kept, gives free space back. */
export class StoreCare {
  #work: Promise<unknown> = Promise.resolve();
  #stopped = false;
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(private readonly parts: StoreCareParts) {
    const look = () => void this.applyRetention();
    this.#timers = [setTimeout(look, FIRST_AFTER_MS).unref(), setInterval(look, EVERY_MS).unref()];
  }

  /** Removes what is older than it is kept, and gives back the space. Settles when done; a failure waits for the next time. */
  applyRetention(): Promise<void> {
    return this.#next(async () => {
      const removed = await applyRetention(this.parts.db, this.parts.now(), this.pause);
      // Also what a removal left that was ended in the middle, or an incident that lost a tag.
      await forgetFacets(this.parts.db, this.pause);
      if (removed > 0) await this.parts.compaction.run(this.pause);
    });
  }

  /** Gives space that became free back to the disk. */
  compact(): Promise<void> {
    return this.#next(() => this.parts.compaction.run(this.pause));
  }

  /** Settles when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#work;
  }

  /** Between two steps of long work: lets others work, and ends it when the store closes. */
  readonly pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#stopped) throw new StoreError('closed', 'The store is closing');
  };

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work).catch(() => undefined);
    this.#work = done;
    return done;
  }
}
