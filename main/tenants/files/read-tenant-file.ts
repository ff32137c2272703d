import { open } from 'node:fs/promises';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readJson } from './read-json';
import { RefusedFile, type TenantFile } from './tenant-file';

/** 100,000 rows with notes stay well below. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a file of tenants from disk: CSV, JSON or a team pack, told apart by what is in it. Throws RefusedFile. */
export async function readTenantFile(path: string): Promise<TenantFile> {
  return parseTenantFile(await bytesOf(path));
}

/** The same from bytes. */
export function parseTenantFile(bytes: Uint8Array): TenantFile {
  const text = decodeText(bytes);
  if (text === null) throw new RefusedFile('notText');
  if (text.trim() === '') throw new RefusedFile('noRows');
  return /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_BYTES) throw new RefusedFile('tooLarge');
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('unreadable');
  }
}
