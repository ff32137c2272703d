/** Keys of rows, each once. */
export interface Keys {
  readonly size: number;
  /** Ascending. */
  readonly keys: Float64Array;
  has(key: number): boolean;
  /** A JSON array, for the engine's `json_each`. */
  toJson(): string;
}

/** Some 8 bytes a key, where a table in memory takes longer to write than the keys take to find. */
export class KeySet implements Keys {
  private constructor(
    /** Ascending. */
    readonly keys: Float64Array,
  ) {}

  static readonly EMPTY = new KeySet(new Float64Array(0));

  /** @param lists as `group_concat` makes them, null where it found nothing; in any order, and a key may come twice */
  static of(lists: readonly (string | null)[]): KeySet {
    const keys = lists.filter((list) => list !== null).map(numbersOf);
    const [first, ...others] = keys;
    if (!first) return KeySet.EMPTY;
    if (others.length === 0 && isAscending(first)) return new KeySet(first);
    const all = new Float64Array(keys.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const some of keys) {
      all.set(some, at);
      at += some.length;
    }
    all.sort();
    return new KeySet(all.filter((key, place) => place === 0 || key !== all[place - 1]));
  }

  /** @param keys in their order, each once */
  static ofAscending(keys: Uint32Array): KeySet {
    return new KeySet(new Float64Array(keys));
  }

  get size(): number {
    return this.keys.length;
  }

  has(key: number): boolean {
    const { keys } = this;
    let [low, high] = [0, keys.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = keys[middle] ?? 0;
      if (found === key) return true;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  toJson(): string {
    return jsonOf(this.keys);
  }
}

/** Rows that say one of some things: asked one by one, none is listed, which takes as long as it takes to pass over all. */
export class KeysOfPart implements Keys {
  #keys: Float64Array | null = null;
  #size: number | null = null;

  /**
   * @param said by key, what the row says
   * @param isIn by that, 1 for what is among it
   * @param among only these, null: all
   */
  constructor(
    private readonly said: Uint32Array,
    private readonly isIn: Uint32Array,
    private readonly among: Keys | null,
  ) {}

  get size(): number {
    this.#size ??= this.#keys?.length ?? countIn(this.said, this.isIn, this.among?.keys ?? null);
    return this.#size;
  }

  get keys(): Float64Array {
    this.#keys ??= keysIn(this.said, this.isIn, this.among?.keys ?? null, this.size);
    return this.#keys;
  }

  has(key: number): boolean {
    return this.isIn[this.said[key] ?? 0] === 1 && (this.among === null || this.among.has(key));
  }

  toJson(): string {
    return jsonOf(this.keys);
  }
}

function countIn(said: Uint32Array, isIn: Uint32Array, among: Float64Array | null): number {
  let count = 0;
  if (among === null) for (let key = 0; key < said.length; key += 1) count += isIn[said[key] ?? 0] ?? 0;
  else for (let at = 0; at < among.length; at += 1) count += isIn[said[among[at] ?? 0] ?? 0] ?? 0;
  return count;
}

function keysIn(said: Uint32Array, isIn: Uint32Array, among: Float64Array | null, size: number): Float64Array {
  const keys = new Float64Array(size);
  const all = among?.length ?? said.length;
  let found = 0;
  for (let at = 0; at < all; at += 1) {
    const key = among === null ? at : (among[at] ?? 0);
    if (isIn[said[key] ?? 0] === 1) keys[found++] = key;
  }
  return keys;
}

function jsonOf(keys: Float64Array): string {
  return `[${keys.join(',')}]`;
}

const COMMA = 44;
const ZERO = 48;

/** Whole numbers, as `group_concat` lists them. Digits and commas only: reading them by hand takes a third of what JSON does. */
function numbersOf(list: string | null): Float64Array {
  if (!list) return new Float64Array(0);
  const keys = new Float64Array((list.length + 1) >>> 1);
  let [found, key] = [0, 0];
  for (let at = 0; at < list.length; at += 1) {
    const sign = list.charCodeAt(at);
    if (sign === COMMA) {
      keys[found++] = key;
      key = 0;
    } else key = key * 10 + sign - ZERO;
  }
  keys[found++] = key;
  return keys.slice(0, found);
}

function isAscending(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at] ?? 0) <= (keys[at - 1] ?? 0)) return false;
  return true;
}
