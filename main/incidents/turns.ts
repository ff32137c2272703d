import { BytesInHand } from './bytes-in-hand';

/** What decides whose page is read next, the weightiest first. */
export interface Rank {
  /** Somebody waits for it in front of the screen. */
  interactive: boolean;
  /** Fires when somebody begins to wait: from then on it is interactive, also where it waits already. */
  hurry?: AbortSignal | undefined;
  /** The newest page of a tenant: the first overview of all comes before the rest of any. */
  newest: boolean;
  /** The tenant has open incidents of high severity. */
  urgent: boolean;
  /** A person's order to change something: beside all reading, and also while that is paused. */
  ordered?: boolean;
}

const CLASSES = 9;
const ORDERED = 0;
/** Of what a person ordered so many go at once, however many reads are under way: those may be waiting for a service that does not answer. */
const ORDERS_AT_ONCE = 32;

function classOf({ interactive, hurry, newest, urgent, ordered = false }: Rank): number {
  return ordered ? ORDERED : 1 + (interactive || hurry?.aborted ? 0 : 4) + (newest ? 0 : 2) + (urgent ? 0 : 1);
}

/**
 * Lets a few page requests through at a time. Within one rank it is first come, first served: a tenant that had its turn asks again behind all others,
 * so that none keeps another waiting for longer than a page. While answers fill their room nobody is let through but what a person ordered.
 */
export class Turns {
  readonly #waiting = Array.from({ length: CLASSES }, () => new Set<() => void>());
  #underWay = 0;
  #ordersUnderWay = 0;
  #atOnce: number;
  #paused = false;

  /** `hand`: what the answers of all turns hold together. */
  constructor(
    atOnce: number,
    readonly hand = new BytesInHand(),
  ) {
    this.#atOnce = atOnce;
  }

  /** Lets so many through at a time from now on; those under way go on. */
  set atOnce(atOnce: number) {
    this.#atOnce = atOnce;
    this.#letThrough();
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Out: what gives the turn back, once; null when the signal fired first. */
  async take(rank: Rank, signal: AbortSignal): Promise<(() => void) | null> {
    if (signal.aborted) return null;
    let line = this.#waiting[classOf(rank)];
    return new Promise((resolve) => {
      const settle = (turn: (() => void) | null): void => {
        signal.removeEventListener('abort', leave);
        rank.hurry?.removeEventListener('abort', rise);
        resolve(turn);
      };
      const leave = (): void => {
        line?.delete(enter);
        settle(null);
      };
      const enter = (): void => settle(() => this.#giveBack(rank.ordered ?? false));
      const rise = (): void => {
        line?.delete(enter);
        line = this.#waiting[classOf(rank)];
        line?.add(enter);
      };
      line?.add(enter);
      signal.addEventListener('abort', leave, { once: true });
      rank.hurry?.addEventListener('abort', rise, { once: true });
      this.#letThrough();
    });
  }

  /** No further request is let through but what a person ordered; those under way go on. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#letThrough();
  }

  #giveBack(ordered: boolean): void {
    if (ordered) this.#ordersUnderWay -= 1;
    else this.#underWay -= 1;
    this.#letThrough();
  }

  #letThrough(): void {
    for (const [index, line] of this.#waiting.entries()) {
      for (const enter of line) {
        if (index === ORDERED ? this.#ordersUnderWay >= ORDERS_AT_ONCE : this.#paused || this.hand.isFull || this.#underWay >= this.#atOnce)
          break;
        line.delete(enter);
        if (index === ORDERED) this.#ordersUnderWay += 1;
        else this.#underWay += 1;
        enter();
      }
    }
  }
}
