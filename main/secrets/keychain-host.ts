import { forkUtility } from '../utility/fork-utility';
import { callPort } from '../utility/port-calls';
import type { WireError } from '../utility/wire-error';
import type { KeychainCalls } from './keychain';
import { KeychainError, type KeychainErrorKind } from './secret-vault';

/** A started keychain process. */
export interface KeychainHost {
  calls: KeychainCalls;
  /** Ends the process, also while a call hangs. Calls under way fail with `reason`. */
  stop(reason: KeychainError): void;
  onExit(listener: () => void): void;
}

const KINDS: readonly KeychainErrorKind[] = ['locked', 'unavailable', 'timeout', 'other'];

/** Starts the keychain's utility process. */
export function startKeychainHost(): KeychainHost {
  const utility = forkUtility({ entry: 'keychain-process', name: 'Tenantry keychain' });
  const ended = () => new KeychainError('unavailable', 'The keychain process ended');
  const { remote, close } = callPort<KeychainCalls>(utility.connect(null), { revive: reviveKeychainError, closed: ended });
  utility.onExit(() => close(ended()));
  return {
    calls: remote,
    stop: (reason) => {
      close(reason);
      utility.kill();
    },
    onExit: (listener) => utility.onExit(listener),
  };
}

/** A KeychainError that crossed a port, as one again. */
export function reviveKeychainError({ name, kind, message }: WireError): KeychainError | null {
  const known = KINDS.find((one) => one === kind);
  return name === 'KeychainError' && known ? new KeychainError(known, message) : null;
}
