import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** What belongs to a store's file: its log, and the check of its key. */
const PARTS = ['-wal', '-shm', '.keycheck'];

/**
 * Renames a store that cannot be opened, so that a new one can begin in its place. Nothing of it is changed.
 * @returns its new path
 */
export async function moveAside(path: string, now: Date): Promise<string> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '.');
  let aside = `${path}.${stamp}`;
  for (let number = 2; existsSync(aside); number++) aside = `${path}.${stamp}-${number}`;
  // The parts first: a store whose log is gone would open without what is in it.
  for (const part of PARTS) if (existsSync(path + part)) await rename(path + part, aside + part);
  await rename(path, aside);
  return aside;
}
