import type { ConsentListener as Place } from '../../contract/consent';
import { listenOnLoopback } from './loopback-server';

/** Fixed, because it has to be registered as a redirect URI. */
export const PREFERRED_PORT = 48_621;
export const LISTENER_PATH = '/consent';
const TRIES = 20;

export interface ConsentListener {
  place: Place;
  close(): Promise<void>;
}

/**
 * Listens on loopback for browsers that come back from the consent page, on the preferred port or the next free one.
 * Null when none of them can be had. `onAnswer` gets the parameters of every request to our path, and believes none of them.
 */
export async function listenForConsent(parts: {
  onAnswer(parameters: URLSearchParams): void;
  preferredPort?: number;
}): Promise<ConsentListener | null> {
  const preferredPort = parts.preferredPort ?? PREFERRED_PORT;
  const ports = Array.from({ length: TRIES + 1 }, (_none, more) => preferredPort + more);
  const server = await listenOnLoopback({ path: LISTENER_PATH, ports, onAnswer: parts.onAnswer });
  if (!server) return null;
  const { port, close } = server;
  return { place: { redirectUri: `http://localhost:${port}${LISTENER_PATH}`, preferredPort, port }, close };
}
