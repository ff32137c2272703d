// oxlint-disable-next-line typescript/triple-slash-reference -- tests compile this file too, without the declarations of main/
/// <reference path="../../store/engine.d.ts" />
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { deleteSpillFile, type SpillPlace } from './spill-place';

const OWNER_ONLY = 0o600;
/** Kibibytes, which SQLite wants negative. */
const CACHE = -48 * 1024;

/**
 * Makes the file that rows of runs are kept in, encrypted with a key that exists in this process's memory alone: once the process ended, by whatever
 * cause, nobody can read it. Nothing in it is worth a journal or a flush.
 */
export function openSpillFile({ path, binding }: SpillPlace): { database: Database; close(): void } {
  deleteSpillFile(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', OWNER_ONLY));
  const database = new Database(path, binding === null ? {} : { nativeBinding: binding });
  database.pragma("cipher = 'aegis'");
  const key = Buffer.from(`raw:${randomBytes(32).toString('hex')}`);
  database.key(key);
  key.fill(0);
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('page_size = 16384');
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  // Big sorts would otherwise spill plain text into the temporary folder.
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${CACHE}`);
  return {
    database,
    close: () => {
      database.close();
      deleteSpillFile(path);
    },
  };
}
