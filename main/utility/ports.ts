/**
 * What Electron's MessagePortMain and the MessagePort of Node's worker_threads have in common. Electron hands listeners an event with `data` and
 * `ports`, Node the message itself.
 */
export interface AnyPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (received: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  removeListener(event: 'message', listener: (received: unknown) => void): unknown;
  start?(): void;
  close?(): void;
}

/** The message in what a port's listener was given, whichever kind of port it was. */
export function messageOf(received: unknown): unknown {
  const isEvent = typeof received === 'object' && received !== null && 'data' in received && 'ports' in received;
  return isEvent ? received.data : received;
}
