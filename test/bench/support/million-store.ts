import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { pageReader } from '../../../main/incidents/page-content';
import { type OpenRequest, openDatabase } from '../../../main/store/open-database';
import { openSqliteStore } from '../../../main/store/open-sqlite-store';
import { fromScripts } from '../../support/app-user';
import { testBinding } from '../../support/sqlite-binding';
import { fill, millionTenants } from './million';

export interface MillionStore {
  path: string;
  tenantIds: string[];
  /** When its newest incidents were updated. */
  made: number;
}

/** Of imitated data only: a store that is kept from one run to the next needs a key that is the same in both. */
export const BENCH_KEY = new Uint8Array(32).fill(7);
/** Rises when what is generated changes, or what a store has in it from the start. */
const RECIPE = 5;
/** The store, and what lies beside it. */
const PARTS = ['', '.keycheck'];

/** An encrypted store with so many incidents, and a partner app that reads nothing by itself; made once and then kept in .cache. Not to be written to: see `copyOf`. */
export async function millionStore(rows: number, tenants: number, say: (line: string) => void): Promise<MillionStore> {
  const path = join(fromScripts('TENANTRY_BENCH_CACHE'), `queue-${RECIPE}-${rows}-${tenants}.db`);
  const tenantIds = millionTenants(tenants);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    const began = performance.now();
    await make(unfinished, rows, tenantIds);
    for (const part of PARTS.toReversed()) renameSync(unfinished + part, path + part);
    say(`${rows} incidents of ${tenants} tenants made in ${Math.round((performance.now() - began) / 1_000)} s and kept in .cache`);
  }
  return { path, tenantIds, made: Math.round(statSync(path).mtimeMs) };
}

/** Puts a copy that may be written to at `target`. */
export function copyOf(store: MillionStore, target: string): string[] {
  mkdirSync(dirname(target), { recursive: true });
  for (const part of PARTS) copyFileSync(store.path + part, target + part);
  return PARTS.map((part) => target + part);
}

async function make(path: string, rows: number, tenantIds: readonly string[]): Promise<void> {
  for (const part of PARTS) rmSync(path + part, { force: true });
  const request = { path, key: BENCH_KEY, binding: testBinding() };
  const empty = await openSqliteStore(request, pageReader);
  if (!empty.ok) throw new Error(empty.detail);
  const added = tenantIds.map((tenantId, index) => ({
    tenantId,
    displayName: `Customer ${index}`,
    domain: null,
    profile: { ...EMPTY_PROFILE, group: `Group ${index % 10}` },
  }));
  await empty.store.saveTenants({ added, changed: [], at: 1 });
  await empty.store.savePartnerApp({
    appId: 'bench',
    name: 'Bench',
    clientId: '00000000-0000-4000-8000-000000000001',
    homeTenantId: '00000000-0000-4000-8000-000000000002',
    cloudId: 'bench',
    purpose: DEFAULT_PURPOSE,
    savedAt: 1,
  });
  await empty.store.saveSetting('sync_schedule', JSON.stringify({ pausedAt: 1 }));
  await empty.store.close();
  const opened = openDatabase(request);
  if (!opened.ok) throw new Error(opened.detail);
  await fill(opened.database, { rows, tenants: tenantIds.length, now: Date.now() });
  opened.database.pragma('optimize');
  opened.database.prepare('analyze').run();
  opened.database.close();
  await openedOnce(request);
}

/** As one that was used before: what is in memory is kept for the next start when the store closes. */
async function openedOnce(request: OpenRequest): Promise<void> {
  const used = await openSqliteStore(request, pageReader);
  if (!used.ok) throw new Error(used.detail);
  await used.store.settle();
  await used.store.close();
}
