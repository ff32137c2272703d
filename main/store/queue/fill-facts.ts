/** After the first list was asked for: what draws it has the processor first. */
const FILL_AFTER_MS = 300;

interface FillParts {
  /** Whether there is nothing to be read. */
  isFull(): boolean;
  /** Reads some more, between questions. @returns whether there are more to be read */
  readSome(): Promise<boolean>;
  /** What was read so far is not to be used. */
  drop(): void;
}

/** Reads into memory what counting needs of every row, piece by piece between questions. */
export class FillFacts {
  #filling: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(private readonly parts: FillParts) {}

  /** Settles when all is there, or cannot be read now. */
  now(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  later(): void {
    if (this.parts.isFull() || this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.now();
    }, FILL_AFTER_MS).unref();
  }

  /** Settles when nothing is read any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#filling;
  }

  async #fill(): Promise<void> {
    try {
      let isMore = true;
      while (isMore && !this.#stopped) {
        isMore = await this.parts.readSome();
        // Questions that came meanwhile go first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch {
      // Until the next try the engine counts.
      this.parts.drop();
    }
  }
}
