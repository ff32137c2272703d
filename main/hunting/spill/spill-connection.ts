// oxlint-disable-next-line typescript/triple-slash-reference -- tests compile this file too, without the declarations of main/
/// <reference path="../../store/engine.d.ts" />
import Database from 'better-sqlite3-multiple-ciphers';
import type { SpillPlace } from './spill-place';

/** Kibibytes, which SQLite wants negative. */
const CACHE = -48 * 1024;

/** A connection to the spill file; `key` (as hexadecimal digits) makes it or fits it. */
export function connectToSpill({ path, binding }: Pick<SpillPlace, 'path' | 'binding'>, key: string): Database {
  const database = new Database(path, binding === null ? {} : { nativeBinding: binding });
  database.pragma("cipher = 'aegis'");
  const bytes = Buffer.from(`raw:${key}`);
  database.key(bytes);
  bytes.fill(0);
  // Big sorts would otherwise spill plain text into the temporary folder.
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${CACHE}`);
  return database;
}
