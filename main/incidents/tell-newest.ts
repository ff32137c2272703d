export interface NewestTeller<T> {
  /** Tells the newest value, at once when quiet; of a burst one each interval, the last of it among them. */
  soon(value: T): void;
  /** Tells a value now; what waited is older and never told. */
  last(value: T): void;
  /** What waits is never told. */
  stop(): void;
}

/**
 * Tells what changes often at most once per `everyMs`, and always how it ended up.
 * @param tell hears the newest value; must not throw
 */
export function tellNewest<T>(tell: (value: T) => void, everyMs: number): NewestTeller<T> {
  let pause: NodeJS.Timeout | null = null;
  let waiting: { value: T } | null = null;
  const stop = (): void => {
    if (pause) clearTimeout(pause);
    pause = null;
    waiting = null;
  };
  const over = (): void => {
    pause = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    soon(value);
  };
  const soon = (value: T): void => {
    if (pause) {
      waiting = { value };
      return;
    }
    pause = setTimeout(over, everyMs);
    tell(value);
  };
  return {
    soon,
    last: (value) => {
      stop();
      tell(value);
    },
    stop,
  };
}
