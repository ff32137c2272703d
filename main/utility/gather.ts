/** What is asked within a moment goes as one: crossing to another process costs more than most of what is asked there. */
export interface Gathered<In, Out> {
  (one: In): Promise<Out>;
  /** Sends what waits at once. Settles when everything asked so far is answered, well or not. */
  flush(): Promise<void>;
}

const MOMENT_MS = 5;

export interface GatherParts<In> {
  /** How long the first waits for others, at most. */
  momentMs?: number;
  /** What weighs so much together goes at once: a timer is heard only after all that came over the network meanwhile. */
  full?: number;
  weigh?(one: In): number;
}

/** `send`: answers a batch in its order. Where it fails, all of the batch fail with it. */
export function gather<In, Out>(
  send: (batch: readonly In[]) => Promise<readonly Out[]>,
  { momentMs = MOMENT_MS, full = Number.POSITIVE_INFINITY, weigh = () => 1 }: GatherParts<In> = {},
): Gathered<In, Out> {
  let waiting: { one: In; resolve(out: Out): void; reject(error: unknown): void }[] = [];
  let weight = 0;
  let timer: NodeJS.Timeout | null = null;
  const underWay = new Set<Promise<void>>();

  const sendNow = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = [];
    weight = 0;
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
      weight += weigh(one);
      if (weight >= full) sendNow();
      else timer ??= setTimeout(sendNow, momentMs);
    });
  const flush = async (): Promise<void> => {
    sendNow();
    await Promise.all(underWay);
  };
  return Object.assign(ask, { flush });
}
