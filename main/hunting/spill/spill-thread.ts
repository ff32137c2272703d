import { Worker } from 'node:worker_threads';
import { callPort, type PortCaller } from '../../utility/port-calls';
import type { SpillPlace } from './spill-place';
import type { SpillReads, SpillThreadData } from './spill-reads';

const ended = () => new Error('The thread that reads kept rows ended');

/**
 * The thread that sorts, counts and searches rows of the spill file, so that rows that come, and calls such as a cancellation, do not wait for it. Started
 * with the first question, and anew after it broke.
 */
export class SpillThread implements SpillReads {
  #line: { worker: Worker; caller: PortCaller<SpillReads> } | null = null;

  constructor(
    private readonly place: SpillPlace,
    private readonly key: string,
  ) {}

  numbers(...asked: Parameters<SpillReads['numbers']>): Promise<Uint32Array> {
    return this.#remote().numbers(...asked);
  }

  rows(...asked: Parameters<SpillReads['rows']>): Promise<(string | number | null)[][]> {
    return this.#remote().rows(...asked);
  }

  async close(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    line?.caller.close(ended());
    await line?.worker.terminate();
  }

  #remote(): SpillReads {
    this.#line ??= this.#start();
    return this.#line.caller.remote;
  }

  #start() {
    const { path, binding, reader } = this.place;
    const data: SpillThreadData = { path, binding, key: this.key };
    const worker = new Worker(reader, { workerData: data });
    const caller = callPort<SpillReads>(worker, { closed: ended });
    const over = (error: Error): void => {
      if (this.#line?.worker === worker) this.#line = null;
      caller.close(error);
    };
    worker.on('error', over);
    worker.on('exit', () => over(ended()));
    return { worker, caller };
  }
}
