import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SyncSchedule, syncSchedule } from '../../../contract/sync-schedule';
import { waited } from '../../../main/identity/consent-probe';
import { PartnerApps } from '../../../main/identity/partner-apps';
import { secretTaker } from '../../../main/identity/take-secret';
import { SyncClient } from '../../../main/incidents/sync-client';
import type { SyncHost, SyncService } from '../../../main/incidents/sync-lines';
import { SyncScheduler } from '../../../main/incidents/sync-scheduler';
import { createSyncService } from '../../../main/incidents/sync-service';
import { SessionVault } from '../../../main/secrets/session-vault';
import type { StorePort } from '../../../main/store/store-port';
import { TenantDirectory } from '../../../main/tenants/tenant-directory';
import { callPort, servePort } from '../../../main/utility/port-calls';
import { type PartnerAtSandbox, partnerAtSandbox } from '../identity/partner';
import { realStore } from './real-store';

const DAY_MS = 86_400_000;

let at: PartnerAtSandbox;
let store: StorePort;
let closeStore: () => Promise<void>;
let ports: MessagePort[];
let apps: PartnerApps;
let appId: string;
let client: SyncClient;
let scheduler: SyncScheduler;
let tenants: TenantDirectory;
let schedule: SyncSchedule;

function line<Remote extends object>(functions: object) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  servePort(port1, functions);
  return callPort<Remote>(port2, { closed: () => new Error('closed') });
}

/** As the secret window does it. */
async function typeSecret(): Promise<void> {
  const replacing = apps.connection(appId)?.summary().credentials[0]?.credentialId ?? null;
  const { take } = secretTaker(apps, { appId, replacing }, () => undefined);
  expect(await take(at.sandbox.partner.clientSecret)).toBeNull();
}

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 4, incidents: 20 });
  ({ store, close: closeStore } = await realStore());
  ports = [];
  // Nobody is due again by pace for hours.
  schedule = syncSchedule.parse({ everyMinutes: 240 });
  const now = () => Date.now();
  apps = new PartnerApps({
    store,
    vault: new SessionVault({ reason: 'chosen' }),
    clouds: [at.environment],
    fetch,
    now,
    onChange: () => scheduler?.wake(),
  });
  await apps.load();
  const { clientId, homeTenantId } = at.sandbox.partner;
  const saved = await apps.save({ appId: null, name: 'Reader', clientId, homeTenantId, cloudId: at.environment.id });
  if (!saved.ok) throw new Error(saved.why);
  appId = saved.appId;
  await typeSecret();
  for (const { tenantId, displayName } of at.sandbox.tenants) {
    at.sandbox.control.setTenantState(tenantId, 'consented');
    await store.addTenant({ tenantId, displayName, domain: null, addedAt: now() - DAY_MS, appIds: [appId] });
  }
  apps.linksChanged();
  client = new SyncClient({
    start: (host) => {
      const service = createSyncService({ host: line<SyncHost>(host).remote, store, fetch });
      const { remote, close } = line<SyncService>(service);
      return { service: remote, close: () => close(new Error('closed')) };
    },
    store,
    windowDays: async () => null,
    graphFirst: async () => [],
    log: { error: () => undefined },
    apps,
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    onProgress: () => undefined,
    onTenantChanged: () => undefined,
    onWriteActivity: async () => undefined,
  });
  tenants = new TenantDirectory({
    store,
    now,
    refreshing: () => client.refreshing(),
    credentialOf: (tenantId, over) => apps.credentialOf(tenantId, over),
    preferredSurface: () => 'xdr',
    schedule: () => schedule,
    newTenantApps: () => [appId],
    holdsUntil: () => undefined,
    onChange: () => undefined,
  });
  scheduler = new SyncScheduler({
    tenants: () => store.listTenants(),
    schedule: () => schedule,
    goodSince: (tenant) => tenants.goodSince(tenant),
    connected: () => true,
    read: (tenantIds) => client.read(tenantIds, { interactive: false }),
    now,
    wait: waited,
    onFailure: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  scheduler.stop();
  await client.close();
  for (const port of ports) port.close();
  await closeStore();
  await at.sandbox.close();
});

const standing = async () => new Map((await store.listTenants()).map((one) => [one.tenantId, one.problem?.code ?? one.lastCompleteAt]));

it('tenants that failed for an expired secret are read once it is replaced, without an order; others wait for their pace, and paused ones too', async () => {
  const [first = '', second = '', paused = '', withdrawn = ''] = at.sandbox.tenants.map(({ tenantId }) => tenantId);
  at.sandbox.control.setTenantState(withdrawn, 'notConsented');
  await client.read([withdrawn], { interactive: false });
  const failedAt = (await store.listTenants()).find(({ tenantId }) => tenantId === withdrawn)?.lastAttemptAt;
  at.sandbox.control.setCredential('expired');
  scheduler.start();
  await expect
    .poll(async () => [...(await standing()).values()].map(String).toSorted(), { timeout: 20_000 })
    .toEqual(['consentMissing', ...Array(3).fill('credentialExpired')]);
  schedule = { ...schedule, pausedTenants: { [paused]: Date.now() } };
  // Its consent is back as well, which nobody knows of.
  at.sandbox.control.setTenantState(withdrawn, 'consented');
  at.sandbox.control.setCredential('valid');
  await typeSecret();
  expect((await tenants.find(first))?.health.nextReadAt).toBeLessThanOrEqual(Date.now());
  const read = async () => [first, second].map((tenantId) => standing().then((known) => typeof known.get(tenantId)));
  await expect.poll(async () => Promise.all(await read()), { timeout: 20_000 }).toEqual(['number', 'number']);
  const after = await standing();
  expect([after.get(paused), after.get(withdrawn)]).toEqual(['credentialExpired', 'consentMissing']);
  expect((await store.listTenants()).find(({ tenantId }) => tenantId === withdrawn)?.lastAttemptAt).toBe(failedAt);
});
