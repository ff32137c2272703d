import { seededPick } from '../store/seeded';

/** Chance that comes out the same way every time for one seed. */
export class Dice {
  readonly pick: <T>(from: readonly T[]) => T;

  constructor(seed: number) {
    this.pick = seededPick(seed);
  }

  /** From `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + this.pick(Array.from({ length: high - low + 1 }, (_, index) => index));
  }

  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }
}
