import type { WireError } from '../utility/wire-error';
import type { KeychainCalls } from './keychain';
import { KeychainError, type KeychainErrorKind } from './secret-vault';

/** A started keychain process, as its user sees it. */
export interface KeychainHost {
  calls: KeychainCalls;
  /** Ends the process, also while a call hangs. Calls under way fail with `reason`. */
  stop(reason: KeychainError): void;
  onExit(listener: () => void): void;
}

const KINDS: readonly KeychainErrorKind[] = ['locked', 'unavailable', 'timeout', 'other'];

/** A KeychainError that crossed a port, as one again. */
export function reviveKeychainError({ name, kind, message }: WireError): KeychainError | null {
  const known = KINDS.find((one) => one === kind);
  return name === 'KeychainError' && known ? new KeychainError(known, message) : null;
}

export function keychainEnded(): KeychainError {
  return new KeychainError('unavailable', 'The keychain process ended');
}
