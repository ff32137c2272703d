import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * A wrong key and a damaged first page look the same to an authenticated cipher. So the store has a small file beside it with a value only its
 * key can make (HMAC-SHA-256 of a fixed text; says nothing about the key).
 */
const TEXT = 'tenantry store key check 1';

/** Whether a key is the one the store was made with; null when there is no check beside it. */
export function keyFits(storePath: string, key: Uint8Array): boolean | null {
  if (!existsSync(checkPath(storePath))) return null;
  const kept = Buffer.from(readFileSync(checkPath(storePath), 'utf8').trim(), 'hex');
  const made = checkValue(key);
  return kept.length === made.length ? timingSafeEqual(kept, made) : null;
}

/** Writes the check of a store that was just opened with this key. */
export function rememberKey(storePath: string, key: Uint8Array): void {
  if (keyFits(storePath, key)) return;
  writeFileSync(checkPath(storePath), `${checkValue(key).toString('hex')}\n`, { mode: 0o600 });
}

function checkPath(storePath: string): string {
  return `${storePath}.keycheck`;
}

function checkValue(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(TEXT).digest();
}
