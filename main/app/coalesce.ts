/** While what is asked for does not end, it is done ever more rarely, down to a fourth as often. */
const SLOWEST = 4;

/** Runs `action` at most once per `everyMs`: at once when quiet, and once more after a burst. In a long burst the pauses grow. */
export function coalesce(action: () => void, everyMs: number): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  const run = (pause: number) => {
    action();
    again = false;
    timer = setTimeout(() => {
      timer = null;
      if (again) run(Math.min(pause * 2, everyMs * SLOWEST));
    }, pause);
  };
  return {
    soon: () => {
      if (timer) again = true;
      else run(everyMs);
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}
