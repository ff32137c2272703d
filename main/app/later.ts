/** Does the work so long after it was last asked for. */
export function later(work: () => unknown, ms: number): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  return {
    soon: () => {
      stop();
      timer = setTimeout(work, ms);
    },
    stop,
  };
}
