/** Headers of an answer, as much of `Headers` as is used. */
export interface AnswerHeaders extends Iterable<[string, string]> {
  get(name: string): string | null;
}

/** What came back: as much of `Response` as is used, so that a lane without web streams can give it too. */
export interface FetchAnswer {
  status: number;
  headers: AnswerHeaders;
  /** Decompressed, but for what `packed` says. */
  body: AsyncIterable<Uint8Array> | null;
  /** The body is as it came: who reads it unpacks it (read-body.ts). */
  packed?: 'gzip';
}

/** The one way out to the network: both lanes (lanes/lanes.ts) inside Electron, Node's fetch in tests. Throws as `fetch` does. */
export type FetchPort = (url: string, init: RequestInit) => Promise<FetchAnswer>;
