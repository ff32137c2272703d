import { forkUtility } from '../utility/fork-utility';
import { callPort } from '../utility/port-calls';
import type { KeychainCalls } from './keychain';
import { type KeychainHost, keychainEnded, reviveKeychainError } from './keychain-line';

/** Starts the keychain's utility process. */
export function startKeychainHost(): KeychainHost {
  const utility = forkUtility({ entry: 'keychain-process', name: 'Tenantry keychain' });
  const { remote, close } = callPort<KeychainCalls>(utility.connect(null), { revive: reviveKeychainError, closed: keychainEnded });
  utility.onExit(() => close(keychainEnded()));
  return {
    calls: remote,
    stop: (reason) => {
      close(reason);
      utility.kill();
    },
    onExit: (listener) => utility.onExit(listener),
  };
}
