import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createBirpc } from 'birpc';
import { fromScripts, giveToAppUser } from '../../support/app-user';

/** A bench may take as long as it takes. */
const NO_TIME_LIMIT = -1;

/** Another process of a bench, called over the channel it was started with. */
export interface Peer<Functions extends object> {
  call: Functions;
  /** Ends the process and waits until it has ended. */
  end(): Promise<void>;
}

/** Inside a process of a bench: answers the calls of the one that started it. */
export function servePeer<Functions extends object>(functions: Functions): void {
  createBirpc<Record<string, never>, Functions>(functions, {
    post: (message) => process.send?.(message),
    on: (listener) => process.on('message', listener),
    bind: 'functions',
    timeout: NO_TIME_LIMIT,
    // An error would not outlive the channel: what crosses it is JSON.
    serialize: (message: { e?: unknown }) => (message.e instanceof Error ? { ...message, e: message.e.stack } : message),
    deserialize: (message) => message,
  });
  process.on('disconnect', () => process.exit());
}

/** Bundles of one bench lie side by side; what they share lies elsewhere. */
const bundleOf = (name: string) => join(dirname(process.argv[1] ?? ''), `${name}.cjs`);

/** Starts the bundle `name` of this bench in Node. */
export function forkPeer<Functions extends object>(name: string): Peer<Functions> {
  return peerOf(fork(bundleOf(name)), () => undefined);
}

/** Starts the bundle `name` of this bench as the main process of Electron, as the app's own user. */
export function electronPeer<Functions extends object>(name: string): Peer<Functions> {
  const home = mkdtempSync(join(tmpdir(), 'tenantry-bench-'));
  giveToAppUser(home, 0o700);
  const child = spawn(fromScripts('TENANTRY_LAUNCHER'), [bundleOf(name), `--user-data-dir=${join(home, 'data')}`, '--log-level=3'], {
    env: { ...process.env, TENANTRY_APP_HOME: home },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return peerOf(child, () => rmSync(home, { recursive: true, force: true }));
}

function peerOf<Functions extends object>(child: ChildProcess, after: () => void): Peer<Functions> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const rpc = createBirpc<Record<string, (...args: unknown[]) => unknown>, object, false>(
    {},
    {
      post: (message) => child.send(message),
      on: (listener) => child.on('message', listener),
      proxify: false,
      timeout: NO_TIME_LIMIT,
      serialize: (message) => message,
      deserialize: (message: { e?: string }) => (message.e === undefined ? message : { ...message, e: new Error(message.e) }),
    },
  );
  child.once('exit', (code) => rpc.$close(new Error(`A process of the bench ended (code ${code})`)));
  const call = new Proxy({} as Functions, {
    get: (_, method) => (typeof method === 'symbol' || method === 'then' ? undefined : (...args: unknown[]) => rpc.$call(method, ...args)),
  });
  return {
    call,
    async end() {
      child.disconnect();
      await ended;
      after();
    },
  };
}
