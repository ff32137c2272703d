import { setTimeout as delay } from 'node:timers/promises';
import type { DiskGuard } from '../care/disk-guard';
import { unpackBody } from '../packed-body';
import type { PageContent, PageReader } from '../page-reader';
import type { SearchIndex, WaitingPage } from './search-index';

/** Incidents a transaction takes in: some 20 ms, so that no query and no page waits longer. Fewer cost more each, as every transaction adds a piece to the full text. */
const AT_ONCE = 100;
/** Pages that arrive go first: so long after the last one the work goes on, in milliseconds … */
const QUIET_MS = 150;
/** … but during a long read a step is made this often all the same. */
const PATIENCE_MS = 1_500;
/** After a step that failed, on a full disk for example. */
const RETRY_MS = 30_000;

const NOTHING: PageContent = { alertTitles: [], observables: [], detectors: [], everydayHashes: [], facets: [] };

export interface IndexWorkerParts {
  index: SearchIndex;
  reader: PageReader;
  guard: DiskGuard;
  /** Does work between that of others. Throws when the store is closed. */
  alone<T>(work: () => T): Promise<T>;
  /** Some were taken in. */
  onTaken(): void;
}

/** Takes stored incidents into the search index, behind the pages. What waits is written down in the store, so a kill at any moment loses nothing. */
export class IndexWorker {
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #again = false;
  #lastPage = 0;

  constructor(private readonly parts: IndexWorkerParts) {}

  /** Pages were stored, or the store was just opened. */
  wake(): void {
    this.#lastPage = performance.now();
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** Settles when the step under way is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#stop.signal.aborted) {
      this.#again = false;
      try {
        await this.#takeAll();
      } catch {
        // What was not taken in still waits; until then a search says that it does not cover it.
        await this.#pause(RETRY_MS);
        this.#again = true;
      }
    }
  }

  async #takeAll(): Promise<void> {
    for (;;) {
      await this.#quiet();
      if (this.#stop.signal.aborted) return;
      const page = await this.parts.alone(() => this.parts.index.next());
      if (!page) return;
      await this.#takePage(page);
    }
  }

  async #takePage({ body, incidents }: WaitingPage): Promise<void> {
    const contentOf = this.#reader(await unpackBody(body).catch(() => ''));
    for (let from = 0; from < incidents.length; from += AT_ONCE) {
      await this.#quiet();
      if (this.#stop.signal.aborted) return;
      this.parts.guard.beforePage();
      await this.parts.alone(() => this.parts.index.take(incidents.slice(from, from + AT_ONCE), contentOf));
      this.parts.onTaken();
      await nextTurn();
    }
  }

  /** A body nobody can read leaves its incidents with what their columns say. */
  #reader(body: string): (rawIndex: number) => PageContent {
    try {
      return this.parts.reader.contents(body);
    } catch {
      return () => NOTHING;
    }
  }

  async #quiet(): Promise<void> {
    const since = performance.now();
    const disturbed = () => performance.now() - this.#lastPage < QUIET_MS && performance.now() - since < PATIENCE_MS;
    while (disturbed() && !this.#stop.signal.aborted) await this.#pause(QUIET_MS);
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }
}

/** Lets calls that came in meanwhile go first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
