import { rmSync } from 'node:fs';

export interface SpillPlace {
  /** The file: what an earlier session left there is deleted. */
  path: string;
  /** A better_sqlite3.node to load in place of the package's own; null: its own. */
  binding: string | null;
  /** The program of the thread that reads. */
  reader: string;
}

/** Deletes the file and what SQLite may have put beside it. */
export function deleteSpillFile(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
