import { setImmediate } from 'node:timers/promises';
import type { Delay } from '../../../main/incidents/retry';

/** The time of a history: the service's, and the reading computer's, which may be wrong. It moves when it is told to; nobody waits for it. */
export class HistoryClock {
  /** How far the reading computer is ahead. */
  skew = 0;

  constructor(
    public service: number,
    private readonly onMove: (service: number) => void,
  ) {}

  readonly now = (): number => this.service + this.skew;

  move(by: number): void {
    this.service += by;
    this.onMove(this.service);
  }

  /** Waiting moves time; of two that wait at once, the longer one decides. */
  readonly delay: Delay = async (ms, signal) => {
    const until = this.service + Math.max(0, Math.ceil(ms));
    await setImmediate();
    if (!signal.aborted && until > this.service) this.move(until - this.service);
  };
}
