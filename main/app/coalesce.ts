/** Runs `action` at most once per `everyMs`: at once when quiet, and once more after a burst. */
export function coalesce(action: () => void, everyMs: number): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  const run = () => {
    action();
    again = false;
    timer = setTimeout(() => {
      timer = null;
      if (again) run();
    }, everyMs);
  };
  return {
    soon: () => {
      if (timer) again = true;
      else run();
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}
