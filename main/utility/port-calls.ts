import { type ChannelOptions, createBirpc } from 'birpc';
import { type AnyPort, messageOf } from './ports';
import { fromWireError, type ReviveError, toWireError } from './wire-error';

/** Calls may take as long as they need: who asks knows better when to give up. */
const NO_TIME_LIMIT = -1;

interface Envelope {
  /** The error of an answer. */
  e?: unknown;
}

/** Answers calls that come over a port with the methods of `functions`, until the port closes. */
export function servePort(port: AnyPort, functions: object): void {
  createBirpc<Record<string, never>, object>(functions, { ...channel(port), bind: 'functions', timeout: NO_TIME_LIMIT });
}

export interface PortCaller<Remote> {
  /** The functions served at the other end. */
  remote: Remote;
  /** Ends the line: calls under way and later ones fail with `reason`. */
  close(reason: Error): void;
}

/**
 * Calls what is served at the other end of a port. Errors arrive with name and message, and as the caller's own class where `revive` knows
 * them. When the port closes from the other side, all calls fail with what `closed` makes.
 */
export function callPort<Remote extends object>(
  port: AnyPort,
  { revive, closed }: { revive?: ReviveError; closed(): Error },
): PortCaller<Remote> {
  const rpc = createBirpc<Record<string, (...args: unknown[]) => unknown>, object, false>(
    {},
    { ...channel(port, revive), proxify: false, timeout: NO_TIME_LIMIT },
  );
  let ended: Error | null = null;
  const close = (reason: Error) => {
    if (ended) return;
    ended = reason;
    rpc.$close(reason);
    port.close?.();
  };
  port.on('close', () => close(closed()));
  const remote = new Proxy({} as Remote, {
    get: (_, method) => {
      // A promise that resolves to this object asks for `then`.
      if (typeof method === 'symbol' || method === 'then') return undefined;
      return (...args: unknown[]) => (ended ? Promise.reject(ended) : rpc.$call(method, ...args));
    },
  });
  return { remote, close };
}

function channel(port: AnyPort, revive?: ReviveError): ChannelOptions {
  const listeners = new Map<(data: unknown) => void, (received: unknown) => void>();
  return {
    post: (message) => port.postMessage(message),
    on: (listener) => {
      const unwrapped = (received: unknown) => listener(messageOf(received));
      listeners.set(listener, unwrapped);
      port.on('message', unwrapped);
      port.start?.();
    },
    off: (listener) => {
      const unwrapped = listeners.get(listener);
      if (unwrapped) port.removeListener('message', unwrapped);
    },
    serialize: (message: Envelope) => (message.e === undefined ? message : { ...message, e: toWireError(message.e) }),
    deserialize: (message: Envelope) => (message.e === undefined ? message : { ...message, e: fromWireError(toPlain(message.e), revive) }),
  };
}

function toPlain(error: unknown) {
  const { name = 'Error', message = '', kind } = error as { name?: string; message?: string; kind?: string };
  return { name, message, kind };
}
