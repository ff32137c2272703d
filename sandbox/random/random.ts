const OFFSETS = [0x811c9dc5, 0x2166f00d, 0x9e3779b9, 0x7f4a7c15] as const;

/** FNV-1a over the key's UTF-16 units, from one of four starting values. */
function hash(key: string, offset: number): number {
  let value = offset;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * Numbers that depend on nothing but a key, so that any incident can be made without the ones before it.
 * The generator is sfc32. Not for secrets of worth.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(key: string) {
    this.a = hash(key, OFFSETS[0]);
    this.b = hash(key, OFFSETS[1]);
    this.c = hash(key, OFFSETS[2]);
    this.d = hash(key, OFFSETS[3]);
    for (let round = 0; round < 8; round += 1) this.word();
  }

  private word(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    return this.word() / 0x1_0000_0000;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() * from.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  /** Picks by weight: `[['rare', 1], ['common', 9]]`. */
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(from)[0];
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.word().toString(16).padStart(8, '0');
    return text.slice(0, length);
  }

  /** A version 4 GUID. */
  guid(): string {
    const hex = this.hex(32);
    const variant = '89ab'.charAt(this.int(0, 3));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
