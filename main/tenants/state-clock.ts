import type { Instant } from '../../contract/ids';

/** Longest wait in one: timers stand still while a computer sleeps. */
const LOOK_EVERY_MS = 30_000;

/** Says that time alone made another state of a tenant: of what was shown as fresh nothing else would tell that it no longer is. */
export class StateClock {
  #at: Instant = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly now: () => Instant,
    private readonly onPassed: () => void,
  ) {}

  /** States were shown that hold no longer than this. The earliest such moment counts. */
  until(at: Instant): void {
    if (at >= this.#at) return;
    this.#at = at;
    this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#at = Number.NEGATIVE_INFINITY;
  }

  #look(): void {
    clearTimeout(this.#timer);
    const left = this.#at - this.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#look(), Math.min(left, LOOK_EVERY_MS));
      return;
    }
    this.#at = Number.POSITIVE_INFINITY;
    this.onPassed();
  }
}
