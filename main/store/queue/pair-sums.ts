/** Sums kept in one piece of memory up to so many: what services send has a few dozen values, but nothing holds them to it. */
const MOST_IN_ONE = 4_000_000;

/** Counts by two numbers. */
export class PairSums {
  readonly #table: Uint32Array | null;
  readonly #few = new Map<number, number>();

  /** @param firsts how many there are of the first number, from 0 on @param seconds of the second one */
  constructor(
    firsts: number,
    private readonly seconds: number,
  ) {
    this.#table = firsts * seconds <= MOST_IN_ONE ? new Uint32Array(firsts * seconds) : null;
  }

  add(first: number, second: number): void {
    const at = first * this.seconds + second;
    if (this.#table) this.#table[at] = (this.#table[at] ?? 0) + 1;
    else this.#few.set(at, (this.#few.get(at) ?? 0) + 1);
  }

  /** Those that were met. */
  *met(): Generator<[first: number, second: number, sum: number]> {
    for (const [at, sum] of this.#table?.entries() ?? this.#few) {
      if (sum > 0) yield [Math.floor(at / this.seconds), at % this.seconds, sum];
    }
  }
}

/** Numbers from 1 on for lists of values, one value after the other: tens of thousands of lists, for which making texts of them takes longer than counting. */
export class Numbering {
  readonly #after = new Map<number, Map<string | number, number>>();
  #last = 0;

  get last(): number {
    return this.#last;
  }

  /** @param before the number of the list up to the value; 0: it is the first one */
  of(before: number, value: string | number): number {
    let known = this.#after.get(before);
    if (!known) this.#after.set(before, (known = new Map<string | number, number>()));
    let number = known.get(value);
    if (number === undefined) known.set(value, (number = this.#last += 1));
    return number;
  }
}
