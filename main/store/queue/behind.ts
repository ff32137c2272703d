interface BehindParts {
  /** Does some of it, between questions. @returns whether there is more */
  doSome(): Promise<boolean>;
  /** Some of it could not be done, and the rest is left. */
  failed(): void;
}

/** Work that is done behind the questions, piece by piece. */
export class Behind {
  #working: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    private readonly afterMs: number,
    private readonly parts: BehindParts,
  ) {}

  /** Settles when all is done, or cannot be done now. */
  now(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  later(): void {
    if (this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.now();
    }, this.afterMs).unref();
  }

  /** Settles when nothing is done any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    try {
      let isMore = true;
      while (isMore && !this.#stopped) {
        isMore = await this.parts.doSome();
        // Questions that came meanwhile go first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch {
      this.parts.failed();
    }
  }
}
