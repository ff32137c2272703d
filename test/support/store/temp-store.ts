import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { pageReader } from '../../../main/incidents/page-content';
import { openDatabase } from '../../../main/store/open-database';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';
import type { PageReader } from '../../../main/store/page-reader';
import type { StorePort } from '../../../main/store/store-port';
import { testBinding } from '../sqlite-binding';

interface Overrides {
  path?: string;
  key?: Uint8Array;
  reader?: PageReader;
}

/** A folder with a store's path and key; everything opened through it is closed, and the folder removed, by `remove`. */
export class TempStore {
  readonly folder = mkdtempSync(join(tmpdir(), 'tenantry-store-'));
  readonly path = join(this.folder, 'tenantry.db');
  readonly key = new Uint8Array(randomBytes(32));
  readonly #opened: StorePort[] = [];

  answer({ reader = pageReader, ...overrides }: Overrides = {}) {
    return openSqliteStore({ path: this.path, key: this.key, binding: testBinding(), ...overrides }, reader);
  }

  async open(overrides: Overrides = {}): Promise<StorePort> {
    const answer = await this.answer(overrides);
    if (!answer.ok) throw new Error(`The store did not open: ${answer.failure}, ${answer.detail}`);
    this.#opened.push(answer.store);
    return answer.store;
  }

  /** The engine's own database under a store, whose schema is as it was left. To be closed by whoever opens it. */
  database(path = this.path): Database {
    const opened = openDatabase({ path, key: this.key, binding: testBinding() });
    if (!opened.ok) throw new Error(`The database did not open: ${opened.failure}, ${opened.detail}`);
    return opened.database;
  }

  async remove(): Promise<void> {
    for (const store of this.#opened) await store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Settles when the search covers everything stored. */
export async function searchable(store: StorePort): Promise<void> {
  for (;;) {
    const { searchable: covered, total } = await store.searchCoverage();
    if (covered === total) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
