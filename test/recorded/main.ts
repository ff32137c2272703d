import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, net } from 'electron';
import type { CloudEnvironment } from '../../main/cloud/environment';
import { GraphProvider } from '../../main/incidents/graph-provider';
import { readerStarter } from '../../main/incidents/start-reader';
import { SyncClient } from '../../main/incidents/sync-client';
import { XdrProvider } from '../../main/incidents/xdr-provider';
import { openStore } from '../../main/store/store-client';
import { runRecorded } from './run';

/**
 * Electron's main script of `npm run test:recorded`: the app's own store process, reading process, provider and queries, with
 * the tenant's ID for a token. Ends with exit code 0 when nothing was lost.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<boolean> {
  const folder = process.env['TENANTRY_RECORDED_DIR'];
  if (!folder) throw new Error('TENANTRY_RECORDED_DIR names no folder');
  await app.whenReady();
  const work = await mkdtemp(join(tmpdir(), 'tenantry-recorded-'));
  const opened = await openStore({
    path: join(work, 'tenantry.db'),
    key: randomBytes(32),
    binding: process.env['TENANTRY_SQLITE_BINDING'] ?? null,
  });
  if (!opened.ok) throw new Error(`The store could not be opened: ${opened.failure} ${opened.detail ?? ''}`);
  let environment: CloudEnvironment | null = null;
  let onGraph: readonly string[] = [];
  const sync = new SyncClient({
    start: readerStarter(() => opened.connect()),
    store: opened.store,
    log: { error: (message, details) => print(`${message}: ${String(details['error'])}`) },
    apps: {
      heldTokens: async (asked) => asked.map(() => null),
      getToken: async (tenantId) => ({ ok: true, accessToken: tenantId, expiresAt: Date.now() + 3_600_000 }),
      byReader: async (tenantIds) => (environment ? [{ environment, tenantIds: [...tenantIds] }] : []),
      retry: () => undefined,
    },
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    windowDays: async () => null,
    graphFirst: async () => [...onGraph],
    onProgress: () => undefined,
    onWriteActivity: async () => undefined,
    onTenantChanged: () => undefined,
  });
  try {
    return await runRecorded(folder, {
      store: opened.store,
      read: (cloud, tenantIds, graphFirst) => {
        environment = cloud;
        onGraph = graphFirst;
        return sync.read(tenantIds, { interactive: true });
      },
      provider: (cloud, surface) => {
        const Provider = surface === 'graph' ? GraphProvider : XdrProvider;
        return new Provider({ environment: cloud, fetch: (url, init) => net.fetch(url, init), now: Date.now });
      },
      print,
    });
  } finally {
    await sync.close();
    await opened.store.close();
    await rm(work, { recursive: true, force: true });
  }
}

main().then(
  (good) => app.exit(good ? 0 : 1),
  (error: unknown) => {
    print(`CRASHED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    app.exit(1);
  },
);
