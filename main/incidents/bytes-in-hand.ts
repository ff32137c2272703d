const MB = 1024 * 1024;
/** What answers may hold together, from their first byte until they are stored. */
export const MOST_IN_HAND = 256 * MB;
/** So much an answer may hold in any case: pages of usual size wait for nothing, and neither does a change somebody ordered. */
const FREE = MB;

/** Room for one answer. */
export interface Hand {
  /** Takes room for so many more bytes. Null: it was there. Otherwise it is when this resolves; it rejects when the signal fires. */
  room(bytes: number): Promise<void> | null;
  /** Gives all of it back. */
  giveBack(): void;
}

interface Held {
  bytes: number;
}

/**
 * Bounds the bytes that answers hold together: how large one is shows only while it comes, and what finds no room stays with the service until others are
 * stored. One at a time may go past the bound, so that those which hold a part each never wait for each other.
 */
export class BytesInHand {
  #bytes = 0;
  /** The one that went past the bound, until it has given back. */
  #past: Held | null = null;
  /** In the order they asked. */
  readonly #waiting = new Set<{ held: Held; bytes: number; enter(): void }>();

  constructor(private readonly most = MOST_IN_HAND) {}

  get isFull(): boolean {
    return this.#bytes >= this.most;
  }

  /** For an answer that is asked for now. */
  begin(signal: AbortSignal): Hand {
    const held: Held = { bytes: 0 };
    return {
      room: (bytes) => (this.#took(held, bytes) ? null : this.#wait(held, bytes, signal)),
      giveBack: () => {
        this.#bytes -= held.bytes;
        held.bytes = 0;
        if (this.#past === held) this.#past = null;
        for (const one of this.#waiting) if (this.#took(one.held, one.bytes)) one.enter();
      },
    };
  }

  #took(held: Held, bytes: number): boolean {
    const fits = held.bytes + bytes <= FREE || this.#bytes + bytes <= this.most;
    if (!fits) this.#past ??= held;
    if (!fits && this.#past !== held) return false;
    held.bytes += bytes;
    this.#bytes += bytes;
    return true;
  }

  #wait(held: Held, bytes: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(one);
        reject(new DOMException('The read was ended.', 'AbortError'));
      };
      const enter = (): void => {
        this.#waiting.delete(one);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const one = { held, bytes, enter };
      if (signal.aborted) return leave();
      this.#waiting.add(one);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
