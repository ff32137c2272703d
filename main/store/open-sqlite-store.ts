import { NewerStoreError } from './migrations/migrate';
import { type OpenRequest, openDatabase } from './open-database';
import type { PageReader } from './page-reader';
import { SqliteStore } from './sqlite-store';
import { StoreError, storeErrorOf } from './store-error';
import type { StoreOpenFailure, StorePort } from './store-port';

export type StoreAnswer = { ok: true; store: StorePort } | { ok: false; failure: StoreOpenFailure; detail: string };

/** Opens the store in this process. The file of a store that cannot be opened is left as it is. */
export async function openSqliteStore(request: OpenRequest, reader: PageReader): Promise<StoreAnswer> {
  const opened = openDatabase(request);
  if (!opened.ok) return opened;
  try {
    return { ok: true, store: await SqliteStore.on(opened.database, reader) };
  } catch (error) {
    opened.database.close();
    return { ok: false, failure: failureOf(error), detail: error instanceof Error ? error.message : String(error) };
  }
}

function failureOf(error: unknown): StoreOpenFailure {
  if (error instanceof NewerStoreError) return 'newer';
  const known = storeErrorOf(error);
  return known instanceof StoreError && known.kind === 'damaged' ? 'damaged' : 'failed';
}
