import { randomBytes } from 'node:crypto';
import type { SecretVault } from './secret-vault';

const ACCOUNT = 'store key';
const KEY_BYTES = 32;

/**
 * The key of a profile's store. A new one is made only where there is no store yet: a store whose key is gone stays as it is, as a new key could
 * never open it and would hide that the old one may come back (another user's keychain, a restored backup).
 * @param storeExists whether the store's file is there
 * @throws KeychainError when the keychain cannot tell
 */
export async function storeKey(vault: SecretVault, storeExists: boolean): Promise<{ key: Uint8Array } | { lost: true }> {
  const kept = await vault.get(ACCOUNT);
  if (kept?.length === KEY_BYTES) return { key: kept };
  if (kept !== null || storeExists) return { lost: true };
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await vault.set(ACCOUNT, key);
  return { key };
}
