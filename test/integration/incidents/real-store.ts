import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageReader } from '../../../main/incidents/page-content';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';
import type { StoredIncident, StorePort } from '../../../main/store/store-port';

/** The encrypted store in a file of its own. */
export async function realStore(): Promise<{ store: StorePort; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-sync-'));
  const opened = await openSqliteStore(
    { path: join(folder, 'tenantry.db'), key: randomBytes(32), binding: process.env['TENANTRY_SQLITE_BINDING'] ?? null },
    pageReader,
  );
  if (!opened.ok) throw new Error(`The store did not open: ${opened.failure} ${opened.detail}`);
  const close = async (): Promise<void> => {
    await opened.store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store: opened.store, close };
}

/** Every stored incident of a tenant, by its id. */
export async function storedIncidents(store: StorePort, tenantId: string): Promise<Map<string, StoredIncident>> {
  const rows = new Map<string, StoredIncident>();
  for (let offset = 0; ; offset += 200) {
    const page = await store.queryIncidents({ tenantId, sort: 'updatedAt', descending: true, offset, limit: 200 });
    for (const row of page.rows) rows.set(row.incidentId, row);
    if (page.rows.length < 200) return rows;
  }
}
