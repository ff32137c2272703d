import { randomBytes } from 'node:crypto';
import { probe } from './probe';
import type { SecretVault } from './secret-vault';

const ACCOUNT = 'store key';
const KEY_BYTES = 32;

/**
 * The key of a profile's store. A new one is made only where there is no store yet: a store whose key is gone stays as it is, as a new key could
 * never open it and would hide that the old one may come back (another user's keychain, a restored backup).
 * @param storeExists whether the store's file is there
 * @throws KeychainError when the keychain cannot tell
 */
export async function storeKey(
  secrets: Pick<SecretVault, 'get' | 'set'>,
  storeExists: boolean,
): Promise<{ key: Uint8Array } | { lost: true }> {
  const kept = await secrets.get(ACCOUNT);
  if (kept?.length === KEY_BYTES) return { key: kept };
  if (kept !== null) return { lost: true };
  await probe(secrets);
  if (storeExists) return { lost: true };
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await secrets.set(ACCOUNT, key);
  return { key };
}
