// oxlint-disable-next-line typescript/triple-slash-reference -- tests compile this file too, without the declarations of main/
/// <reference path="./engine.d.ts" />
import { closeSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { keyFits, rememberKey } from './key-check';
import { IN_MEMORY } from './store-lines';
import type { StoreOpenFailure } from './store-port';

export interface OpenRequest {
  /** The file, made when it is not there; ':memory:' for a store that is never written to disk. */
  path: string;
  /** 32 random bytes. Not used with ':memory:'. */
  key: Uint8Array;
  /** A better_sqlite3.node to load in place of the package's own; null: its own. */
  binding: string | null;
}

export type OpenedDatabase = { ok: true; database: Database } | { ok: false; failure: StoreOpenFailure; detail: string };

const OWNER_ONLY = 0o600;
/** Another process that is just closing the file is waited for. */
const BUSY_MS = 2_000;
/** Files up to this size are read whole when they are opened; larger ones page by page as they are used. */
const CHECKED_BYTES = 16 * 1024 * 1024;
/** Larger than SQLite's own choice: a compressed answer takes fewer of them. Of the file when it is made; an older one keeps its size. */
const PAGE_BYTES = 8192;
/** Pages the write-ahead log may have before it is moved into the file (64 MiB): a first read changes the same pages over and over. */
const LOG_PAGES = 8192;
/** Kibibytes, which SQLite wants negative. */
export const CACHE = -64 * 1024;

/** Opens the encrypted database. A file that does not open is left as it is. */
export function openDatabase({ path, key, binding }: OpenRequest): OpenedDatabase {
  let database: Database | null = null;
  const fits = path === IN_MEMORY ? null : keyFits(path, key);
  // Asked before the engine sees the file: nothing touches a store whose key is another one.
  if (fits === false) return { ok: false, failure: 'wrongKey', detail: 'The key is not the one this store was made with' };
  try {
    const isNew = path !== IN_MEMORY && makePrivate(path);
    database = new Database(path, { timeout: BUSY_MS, ...(binding === null ? {} : { nativeBinding: binding }) });
    // Big sorts would otherwise spill plain text into the temporary folder.
    database.pragma('temp_store = MEMORY');
    if (path !== IN_MEMORY) unlock(database, key, isNew);
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = NORMAL');
    database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    // What is deleted is overwritten wherever that costs no write of its own.
    database.pragma('secure_delete = FAST');
    database.pragma(`cache_size = ${CACHE}`);
    if (path !== IN_MEMORY) rememberKey(path, key);
    checkSmall(database, path);
    return { ok: true, database };
  } catch (error) {
    database?.close();
    return { ok: false, failure: failureOf(error, fits === true), detail: error instanceof Error ? error.message : String(error) };
  }
}

/** SQLite gives the files beside the database (-wal) the database's own mode. True: there was no file, or an empty one. */
function makePrivate(path: string): boolean {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  return statSync(path).size === 0;
}

/** Can be said before the first write only; free pages can then be given back to the disk in small steps. */
function shapeFile(database: Database): void {
  database.pragma(`page_size = ${PAGE_BYTES}`);
  database.pragma('auto_vacuum = INCREMENTAL');
}

function unlock(database: Database, key: Uint8Array, isNew: boolean): void {
  database.pragma("cipher = 'aegis'");
  // Not by a pragma: statements can be logged. A raw key also saves the slow derivation meant for passwords.
  const raw = Buffer.from(`raw:${Buffer.from(key).toString('hex')}`);
  database.key(raw);
  raw.fill(0);
  // One process at a time, and no shared-memory file; must come before the first read.
  database.pragma('locking_mode = EXCLUSIVE');
  if (isNew) shapeFile(database);
  // Keying never fails; reading with a wrong key does.
  database.prepare('select count(*) from sqlite_master').get();
  database.pragma('journal_mode = WAL');
}

class DamagedError extends Error {}

function checkSmall(database: Database, path: string): void {
  if (path === IN_MEMORY || statSync(path).size > CHECKED_BYTES) return;
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DamagedError(String(found));
}

/**
 * SQLITE_NOTADB: the first page does not decrypt. With a key that is known to fit, the page is damaged; without a check beside the file the likelier
 * cause is named.
 */
function failureOf(error: unknown, keyIsRight: boolean): StoreOpenFailure {
  if (error instanceof DamagedError) return 'damaged';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB')) return keyIsRight ? 'damaged' : 'wrongKey';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'inUse';
  return 'failed';
}
