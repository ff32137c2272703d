/** Null when the signal fires first: what is waited for may take long, or never come. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T | null> {
  if (!signal) return work;
  if (signal.aborted) return null;
  let leave: () => void = () => undefined;
  const aborted = new Promise<null>((resolve) => {
    leave = () => resolve(null);
    signal.addEventListener('abort', leave, { once: true });
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', leave));
}
