import { setTimeout as delay } from 'node:timers/promises';
import type { MessagePortMain } from 'electron';
import { forkUtility, type Utility } from '../utility/fork-utility';
import { callPort } from '../utility/port-calls';
import { STORE_PROCESS } from '../utility/programs';
import { OPENER_LINE, STORE_LINE, type StoreOpener, type StoreRequest } from './store-lines';
import { StoreError } from './store-error';
import { storeEnded, storeOverPort } from './store-over-port';
import type { StoreOpenFailure, StorePort } from './store-port';

/** How long a store may take to finish its work and close, before its process is ended. SQLite loses nothing that was committed. */
const CLOSE_MS = 3_000;

/** An open store in its process. */
export interface OpenStore {
  ok: true;
  store: StorePort;
  /** A further line to the store, for another process: `storeOverPort` there makes it a store again. */
  connect(): MessagePortMain;
  /** Called when the process ends, by `close` or by itself. */
  onExit(listener: (code: number) => void): void;
}

/** The store's process, before a store is open in it. */
export const startStoreProcess = (): Utility => forkUtility(STORE_PROCESS);

/** Opens the file in the store's process, which ends where that fails. One that cannot be opened is left as it is. */
export async function openStore(
  request: StoreRequest,
  utility: Utility = startStoreProcess(),
): Promise<OpenStore | { ok: false; failure: StoreOpenFailure; detail: string }> {
  const { remote, close } = callPort<StoreOpener>(utility.connect(OPENER_LINE), { closed: storeEnded });
  utility.onExit(() => close(storeEnded()));
  try {
    const answer = await remote.open(request);
    if (answer.ok) return openedIn(utility);
    utility.kill();
    return answer;
  } catch (error) {
    utility.kill();
    return { ok: false, failure: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

function openedIn(utility: Utility): OpenStore {
  const line = storeOverPort(utility.connect(STORE_LINE));
  utility.onExit(() => line.close(storeEnded()));
  const exited = new Promise<void>((resolve) => utility.onExit(() => resolve()));
  return {
    ok: true,
    store: withClose(line.remote, async () => {
      await Promise.race([line.remote.close(), delay(CLOSE_MS, undefined, { ref: false })]).finally(() => utility.kill());
      // The next opener of the file finds it free.
      await exited;
    }),
    connect: () => utility.connect(STORE_LINE),
    onExit: (listener) => utility.onExit(listener),
  };
}

/** Closing twice, or after the process ended, is no error: there is nothing left to lose. */
function withClose(store: StorePort, end: () => Promise<void>): StorePort {
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= end().catch((error: unknown) => {
      if (!(error instanceof StoreError && error.kind === 'closed')) throw error;
    });
    return closing;
  };
  return new Proxy(store, { get: (target, name: keyof StorePort) => (name === 'close' ? close : target[name]) });
}
