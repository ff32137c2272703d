import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { IncidentChange } from '../../../../contract/incident-change';
import type { Surface } from '../../../../contract/permissions';
import type { WriteItem } from '../../../../contract/writes';
import { AuditLog } from '../../../../main/audit/audit-log';
import { rolesMissing } from '../../../../main/identity/roles-missing';
import type { SyncHost, SyncService } from '../../../../main/incidents/sync-lines';
import { createSyncService } from '../../../../main/incidents/sync-service';
import { WriteDesk } from '../../../../main/incidents/writing/write-desk';
import { WriteWays } from '../../../../main/incidents/writing/write-ways';
import type { StorePort } from '../../../../main/store/store-port';
import type { SandboxIncident } from '../../../../sandbox/index';
import { type PartnerAtSandbox, partnerAtSandbox } from '../../identity/partner';
import { realStore } from '../real-store';

/** Who imports this has, for each test, a desk of its own at a sandbox with one tenant of six incidents, three of them as nobody has touched. */
export let at: PartnerAtSandbox;
export let store: StorePort;
export let desk: WriteDesk;
export let tenantId: string;
/** Every state each change was in, in its order. */
export let states: string[];
let closeStore: () => Promise<void>;
let service: SyncService;
let pause: () => Promise<undefined>;

const APP = { app: { appId: 'app' } } as const;

beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 1, incidents: 6, sameSize: true });
  ({ store, close: closeStore } = await realStore());
  tenantId = at.sandbox.tenants[0]?.tenantId ?? '';
  await store.addTenant({ tenantId, displayName: 'Contoso', domain: null, addedAt: Date.now() });
  for (let index = 0; index < 3; index += 1)
    tamper(index, {
      status: 'Active',
      assignedTo: null,
      classification: 'Unknown',
      determination: 'NotAvailable',
      redirectIncidentId: null,
      tags: [],
      comments: [],
    });
  const host: SyncHost = {
    resolveProxy: async () => 'DIRECT',
    proxyStanding: async () => ({ wanted: false, authorization: null }),
    heldTokens: async (asked) => asked.map(() => null),
    getToken: async (tenant, wish) => {
      const grant = await at.broker.getToken(tenant, wish);
      return grant.ok ? { ...grant, missingRoles: rolesMissing(at.broker.held(tenant, wish.resource), wish.need) } : grant;
    },
    progress: async () => undefined,
    tenants: async () => undefined,
    writeActivity: async (id, activity) => desk.noteActivity(id, activity),
  };
  service = createSyncService({ host, store, fetch });
  openDesk();
});
afterEach(async () => {
  desk.close();
  await closeStore();
  await at.sandbox.close();
});

/** How long the desk waits between two looks at a change that settles. */
export function pauseFor(wait: () => Promise<undefined>): void {
  pause = wait;
}

/** A desk over the same store, as after a restart where there was one. */
export function openDesk(now: () => number = Date.now): void {
  states = [];
  pause = async () => undefined;
  desk = new WriteDesk({
    store,
    audit: new AuditLog({ store, now: Date.now, user: () => 'tester', ownTenants: () => [] }),
    ways: new WriteWays({ writerOf: async () => ({ ...APP, environment: at.environment, broker: at.broker }) }, Date.now),
    service,
    now,
    delay: () => pause(),
    log: { error: (message, details) => expect.unreachable(`${message}: ${String(details['error'])}`) },
    onChange: () => void noteStates(),
    onIncident: () => undefined,
  });
}

/** The store may be closed by the time the last one is told. */
const noteStates = () =>
  desk?.view().then(
    ({ batches }) => states.push(...batches.flatMap(({ items }) => items.map(({ state }) => state))),
    () => 0,
  );

export const tamper = (index: number, patch: SandboxIncident) =>
  at.sandbox.control.tamperIncident(tenantId, index, { ...patch, lastUpdateTime: new Date().toISOString() });
export const truth = (index = 0) => at.sandbox.control.truth(tenantId)[index] ?? {};
export const idOf = (index = 0) => String(truth(index)['incidentId']);
export const stored = async (index = 0) => (await store.incidentRows([{ tenantId, incidentId: idOf(index) }]))[0];
export const sent = () => at.sandbox.control.requests().filter(({ method }) => method !== 'GET');
export const faultOf = (surface: Surface) => (surface === 'graph' ? 'graph' : 'incidents');
export const trail = async () => (await store.listAudit({ before: null, limit: 50 })).map(({ action }) => action).toReversed();

export const answers = async () =>
  (await store.listAudit({ before: null, limit: 50 })).map(({ detail }) => detail['answer'] ?? '').toReversed();

/** Reads everything over a surface. */
export async function readOver(surface: Surface): Promise<void> {
  if (surface === 'graph') at.sandbox.control.setTenantState(tenantId, 'graphOnly');
  const graphFirst = surface === 'graph' ? [tenantId] : [];
  const order = {
    runId: 1,
    environment: at.environment,
    tenantIds: [tenantId],
    urgent: [],
    graphFirst,
    interactive: [tenantId],
    windowDays: null,
  };
  const [outcome] = await service.start(order);
  expect(outcome?.result).toBe('complete');
  at.sandbox.control.clearRequests();
}

export async function ended(batchId: string): Promise<WriteItem[]> {
  return vi.waitFor(
    async () => {
      const batch = (await desk.view()).batches.find(({ id }) => id === batchId);
      const items = batch?.items ?? [];
      expect(items.filter(({ state }) => /waiting|reading|sending|settling/.test(state))).toEqual([]);
      return items;
    },
    { timeout: 20_000, interval: 30 },
  );
}

/** Orders a change of some incidents, as they are stored, and waits for its end. */
export async function change(wanted: IncidentChange, indexes: readonly number[] = [0]) {
  const { subjects } = await desk.prepare(indexes.map((index) => ({ tenantId, incidentId: idOf(index) })));
  const batchId = await desk.start(
    wanted,
    subjects.map(({ incidentId, facts, readAt }) => ({ tenantId, incidentId, base: facts, seenAt: readAt })),
  );
  if (batchId === null) throw new Error('Nothing was ordered');
  return { batchId, items: () => ended(batchId) };
}

export const endOf = async (wanted: IncidentChange, index = 0) => (await (await change(wanted, [index])).items())[0];
export const WRONG: IncidentChange = { verdict: { classification: 'falsePositive', determination: 'notMalicious' } };
