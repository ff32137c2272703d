import { MOST_IN_HAND } from './bytes-in-hand';
import type { ProviderPage } from './provider';

/**
 * Requests under way at a time while answers are large, and the most at any time: twice as many as one host is given connections (`fast-lane.ts`), since a
 * turn is held until its page is stored, and its connection only until it came.
 */
const LEAST = 32;
const MOST = 192;
/** What answers under way may come to, unpacked: thirty-two pages of a hundred full incidents. */
const ROOM_BYTES = 16 * 1024 * 1024;
/** JSON packs to a tenth. */
const UNPACKS_TO = 10;
/** A large answer tells at once; it is forgotten bit by bit, with every smaller one. */
const FORGOTTEN = 1 / 8;

/**
 * How many page requests may be under way at a time, learned from what comes: where a tenant has few changes, its answer is small, and what counts is
 * how long each takes on its way; of large answers, only so many have room.
 */
export class TurnCount {
  #expected = ROOM_BYTES / LEAST;

  get current(): number {
    const fit = (bytes: number): number => Math.floor(bytes / this.#expected);
    // Of very large ones fewer than that: others would only wait for room with their connection open.
    return Math.min(Math.max(LEAST, Math.min(MOST, fit(ROOM_BYTES))), Math.max(1, fit(MOST_IN_HAND)));
  }

  /** Out: the number from now on. */
  learn({ bytes, encoding }: Pick<ProviderPage, 'encoding'> & { bytes: Pick<Uint8Array, 'byteLength'> }): number {
    const size = bytes.byteLength * (encoding === 'gzip' ? UNPACKS_TO : 1);
    this.#expected = Math.max(size, this.#expected + (size - this.#expected) * FORGOTTEN);
    return this.current;
  }
}
