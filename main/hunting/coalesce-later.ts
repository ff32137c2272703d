/** Runs `work` at once, and after that at most every `everyMs`: a call meanwhile is made up for at the end of that time. */
export function coalesceLater(work: () => void, everyMs: number): () => void {
  let timer: NodeJS.Timeout | null = null;
  let wanted = false;
  const run = (): void => {
    wanted = false;
    timer = setTimeout(() => {
      timer = null;
      if (wanted) run();
    }, everyMs);
    work();
  };
  return () => {
    if (timer) wanted = true;
    else run();
  };
}
