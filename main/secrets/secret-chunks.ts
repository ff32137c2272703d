import { KeychainError } from './secret-vault';

/** Windows holds 2,560 bytes in one credential (CRED_MAX_CREDENTIAL_BLOB_SIZE); two of ours are the header. */
const CHUNK_BYTES = 2400;
const MAX_CHUNKS = 255;
const FORMAT = 1;

/** A secret as the keychain holds it: a first record that says how many follow, and the rest. Throws when it is too long. */
export function splitSecret(secret: Uint8Array): Uint8Array[] {
  const count = Math.max(1, Math.ceil(secret.length / CHUNK_BYTES));
  if (count > MAX_CHUNKS) throw new KeychainError('other', `A secret of ${secret.length} bytes is too long for the keychain`);
  const parts = Array.from({ length: count }, (_, index) => secret.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
  return parts.map((part, index) => (index === 0 ? Uint8Array.of(FORMAT, count, ...part) : part));
}

/** How many records a secret has, from its first one. Throws when it was not written by Tenantry. */
export function chunkCount(first: Uint8Array): number {
  const [format, count = 0] = first;
  if (format !== FORMAT || count < 1) throw new KeychainError('other', 'The keychain entry was not written by Tenantry');
  return count;
}

/** The secret of its records in order. */
export function joinChunks([first, ...rest]: [Uint8Array, ...Uint8Array[]]): Uint8Array {
  return new Uint8Array(Buffer.concat([first.subarray(2), ...rest]));
}

/** Account of a secret's record: the first bears the account's own name. */
export function chunkAccount(account: string, index: number): string {
  return index === 0 ? account : `${account}#${index}`;
}
