import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCloudFile } from '../../main/cloud/cloud-file';
import { pageReader } from '../../main/incidents/page-content';
import { openSqliteStore } from '../../main/store/open-sqlite-store';
import type { StorePort } from '../../main/store/store-port';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { Dice } from '../support/histories/dice';
import { readUntilKilled } from '../support/histories/reader-orders';
import { Truth } from '../support/histories/truth';

/**
 * Reads tenants in a process that is killed (SIGKILL) at random moments, until it was killed often enough. After every kill the store is opened: nothing
 * stored before may be gone, nothing be there twice, and the next process has to go on at the stored place. Whenever a read got to its end, the store has
 * to be what the sandbox's lists are. Arguments: how many kills (50), seed (1), the bundle of the reading process. The last line is JSON.
 */
const [kills = 50, seed = 1] = process.argv.slice(2, 4).map(Number);
const bundle = process.argv[4] ?? join(import.meta.dirname, 'reader-child.cjs');
const binding = process.env['TENANTRY_SQLITE_BINDING'] ?? null;
/** Steps of the reading process in which it is killed: a first read of all takes some 160. */
const LATEST_STEP = 45;

interface StoreFile {
  folder: string;
  path: string;
  key: Uint8Array;
}

const dice = new Dice(seed);
/** `failure`: what else was found, such as an incident stored twice. */
const report = { kills: 0, reads: 0, lost: 0, restartedFromZero: 0, calls: 0, failure: null as string | null };

async function newStore(sandbox: Sandbox): Promise<StoreFile> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-kill-'));
  const file = { folder, path: join(folder, 'tenantry.db'), key: new Uint8Array(randomBytes(32)) };
  await withStore(file, async (store) => {
    for (const { tenantId, displayName, domain } of sandbox.tenants)
      await store.addTenant({ tenantId, displayName, domain, addedAt: Date.now() });
  });
  return file;
}

async function withStore<T>({ path, key }: StoreFile, look: (store: StorePort) => Promise<T>): Promise<T> {
  const answer = await openSqliteStore({ path, key: key.slice(), binding }, pageReader);
  if (!answer.ok) throw new Error(`The store did not open: ${answer.failure} ${answer.detail}`);
  try {
    return await look(answer.store);
  } finally {
    await answer.store.close();
  }
}

/** What a store holds of each tenant: its incidents, and `$skip` of the place its read goes on at (null: at a beginning). */
async function holdings(file: StoreFile, truth: Truth, tenantIds: readonly string[]) {
  return withStore(file, async (store) => {
    const found = new Map<string, { ids: Set<string>; skip: number | null }>();
    for (const tenantId of tenantIds) {
      const stored = await truth.expectNothingFalse(store, tenantId);
      const place = (await store.readSyncCursor(tenantId, 'xdr')).cursor?.pass?.place ?? null;
      found.set(tenantId, { ids: new Set(stored.keys()), skip: place === null ? null : Number(/"skip":(\d+)/.exec(place)?.[1]) });
    }
    return found;
  });
}

/** `$skip` of the first page each tenant was asked for. */
function firstSkips(sandbox: Sandbox): Map<string, number> {
  const pages = sandbox.control.requests().filter(({ path }) => path === '/api/incidents');
  report.calls += pages.length;
  sandbox.control.clearRequests();
  const skips = new Map<string, number>();
  for (const { tenantId = '', query } of pages) if (!skips.has(tenantId)) skips.set(tenantId, Number(/\$skip=(\d+)/.exec(query)?.[1]));
  return skips;
}

/** One read to its end, through as many kills as it takes. */
async function readThrough(sandbox: Sandbox, truth: Truth, file: StoreFile): Promise<void> {
  const tenantIds = sandbox.tenants.map(({ tenantId }) => tenantId);
  const { clientId, clientSecret: secret } = sandbox.partner;
  const environment = parseCloudFile(JSON.stringify(sandbox.cloudDefinition()));
  let before = await holdings(file, truth, tenantIds);
  for (;;) {
    const killAt = report.kills < kills ? dice.int(1, LATEST_STEP) : Number.POSITIVE_INFINITY;
    const order = { path: file.path, key: file.key, binding, environment, clientId, secret, tenantIds, windowDays: null, now: Date.now() };
    const { outcomes } = await readUntilKilled(bundle, order, killAt);
    const skips = firstSkips(sandbox);
    const after = await holdings(file, truth, tenantIds);
    for (const [tenantId, { ids, skip }] of before) {
      const still = after.get(tenantId)?.ids ?? new Set();
      report.lost += [...ids].filter((id) => !still.has(id)).length;
      const asked = skips.get(tenantId);
      if (skip !== null && asked !== undefined && asked < skip) report.restartedFromZero += 1;
    }
    if (outcomes) {
      assert.deepEqual([...new Set(outcomes.map(({ result }) => result))], ['complete']);
      report.reads += 1;
      return;
    }
    report.kills += 1;
    before = after;
  }
}

async function main(): Promise<boolean> {
  const sandbox = await startSandbox({ seed, tenants: 4, incidents: 1_000 });
  for (const { tenantId } of sandbox.tenants) sandbox.control.setTenantState(tenantId, 'consented');
  const tenantIds = sandbox.tenants.map(({ tenantId }) => tenantId);
  const truth = new Truth(sandbox.control, tenantIds);
  while (report.kills < kills) {
    const file = await newStore(sandbox);
    await readThrough(sandbox, truth, file);
    for (const tenantId of tenantIds) for (let left = dice.int(0, 130); left > 0; left--) truth.add(tenantId, {});
    await readThrough(sandbox, truth, file);
    await withStore(file, async (store) => {
      for (const tenantId of tenantIds) truth.expectEqual(tenantId, await truth.expectNothingFalse(store, tenantId), 0);
    });
    await rm(file.folder, { recursive: true, force: true });
    process.stdout.write(`${report.kills} kills, ${report.reads} reads to the end\n`);
  }
  await sandbox.close();
  return report.lost === 0 && report.restartedFromZero === 0;
}

main().then(
  (good) => {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    process.exitCode = good ? 0 : 1;
  },
  (error: unknown) => {
    report.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    process.exit(1);
  },
);
