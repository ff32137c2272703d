// oxlint-disable-next-line import/default -- Vite makes one: the address of the built worker
import workerUrl from './kusto-worker?worker&url';
import type { TableShape } from './table-shape';
import type { Answer, Request, RequestName, Requests } from './protocol';

/** Asked for once at the start: compiling the library takes some seconds, which pass while somebody reads the page. */
const WARM_UP = 'DeviceInfo | where ';

interface Waiting {
  resolve(output: never): void;
  reject(error: Error): void;
}

/** The language service in its worker. Everything it knows it is told; it has no network. */
export class LanguageClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(tables: readonly TableShape[]) {
    this.#worker = startWorker();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
    this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
    void this.ask('tables', { tables }).then(() => this.ask('complete', { text: WARM_UP, at: WARM_UP.length }));
  }

  /** Rejects when the worker could not start or the library could not answer; the editor then goes on without help. */
  ask<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<Requests[N]['output']> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<Requests[N]['output']>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, input } as Request);
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.output as never);
    else waiting?.reject(new Error(answer.message));
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Starts the one worker there is: the page's only Trusted Types policy lets no other address through. */
function startWorker(): Worker {
  const only = new URL(workerUrl, import.meta.url).href;
  const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes };
  policy ??= trustedTypes.createPolicy('app-workers', {
    createScriptURL: (url) => {
      if (url !== only) throw new TypeError('Not a worker of ours');
      return url;
    },
  });
  return new Worker(policy.createScriptURL(only), { type: 'module', name: 'kusto' });
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;
