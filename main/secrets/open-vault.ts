import { startKeychainHost } from './keychain-host';
import { KeychainVault } from './keychain-vault';
import { probeVault } from './probe-vault';
import type { SecretVault } from './secret-vault';
import { SessionVault } from './session-vault';

/**
 * Opens the OS keychain for a service; where it is locked, missing or not wanted, a vault in memory that says why.
 * @param service keychain entries of a profile never meet those of another one
 * @param forceSession the user wants nothing kept
 */
export async function openVault({ service, forceSession }: { service: string; forceSession: boolean }): Promise<SecretVault> {
  if (forceSession) return new SessionVault({ reason: 'chosen' });
  return probeVault(new KeychainVault({ service, start: startKeychainHost }));
}
