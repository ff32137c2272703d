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
    const known = storeErrorOf(error);
    const failure = known instanceof StoreError && known.kind === 'damaged' ? 'damaged' : 'failed';
    return { ok: false, failure, detail: error instanceof Error ? error.message : String(error) };
  }
}
