import { keychainEnded, reviveKeychainError } from '../secrets/keychain-line';
import { KeychainError } from '../secrets/secret-vault';
import type { Utility } from '../utility/fork-utility';
import { callPort } from '../utility/port-calls';

/** Long enough to type a password into an unlock prompt. */
const LIMIT_MS = 60_000;

/** Says what a line is for, in the message its port comes with. */
const KEY_LINE = { line: 'key' } as const;

export interface StoreKeyPlace {
  /** The keychain's service. */
  service: string;
  /** The store's file: a key is made only where it is not there. */
  path: string;
}

/** Served by the store's process before it opens the store: the key goes from the keychain to where it is used, and nowhere else. */
export interface StoreKeyReader {
  /** False: the key of a store that is there is lost. Throws KeychainError. */
  readKey(place: StoreKeyPlace): Promise<boolean>;
}

export function isKeyLine(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'line' in message && message.line === KEY_LINE.line;
}

/**
 * Has the store's process read its key. False: it is lost. Throws KeychainError where the keychain does not open or does not answer in time; the process may
 * hang then, and is to be ended.
 */
export async function readStoreKey(utility: Utility, place: StoreKeyPlace): Promise<boolean> {
  const { remote, close } = callPort<StoreKeyReader>(utility.connect(KEY_LINE), { revive: reviveKeychainError, closed: keychainEnded });
  utility.onExit(() => close(keychainEnded()));
  const limit = setTimeout(() => close(new KeychainError('timeout', 'The keychain did not answer in time')), LIMIT_MS);
  try {
    return await remote.readKey(place);
  } finally {
    clearTimeout(limit);
    // Asked once: nothing else is said over it.
    close(keychainEnded());
  }
}
