import type { SecretVault } from './secret-vault';

/**
 * An entry without a secret. It must be there to be read: a locked keyring answers "none" for what it does not have (measured with gnome-keyring), and only
 * fails, after asking for its password, for what it has.
 */
const ACCOUNT = 'probe';
const PROBE = Uint8Array.of(1);

/** Reads an entry that is there, or makes it. Throws KeychainError where the keychain does not open: until then "no such secret" proves nothing. */
export async function probe(secrets: Pick<SecretVault, 'get' | 'set'>): Promise<void> {
  if ((await secrets.get(ACCOUNT)) === null) await secrets.set(ACCOUNT, PROBE);
}
