/** What is asked within a moment goes as one: crossing to another process costs more than most of what is asked there. */
export interface Gathered<In, Out> {
  (one: In): Promise<Out>;
  /** Sends what waits at once. Settles when everything asked so far is answered, well or not. */
  flush(): Promise<void>;
}

const MOMENT_MS = 5;

/** `send`: answers a batch in its order. Where it fails, all of the batch fail with it. `momentMs`: how long the first waits for others. */
export function gather<In, Out>(send: (batch: readonly In[]) => Promise<readonly Out[]>, momentMs = MOMENT_MS): Gathered<In, Out> {
  let waiting: { one: In; resolve(out: Out): void; reject(error: unknown): void }[] = [];
  let timer: NodeJS.Timeout | null = null;
  const underWay = new Set<Promise<void>>();

  const sendNow = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const sent = send(batch.map(({ one }) => one)).then(
      (outs) => batch.forEach(({ resolve }, index) => resolve(outs[index] as Out)),
      (error: unknown) => {
        for (const { reject } of batch) reject(error);
      },
    );
    underWay.add(sent);
    void sent.then(() => underWay.delete(sent));
  };
  const ask = (one: In): Promise<Out> =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      timer ??= setTimeout(sendNow, momentMs);
    });
  const flush = async (): Promise<void> => {
    sendNow();
    await Promise.all(underWay);
  };
  return Object.assign(ask, { flush });
}
