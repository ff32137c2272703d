import { expect, it } from 'vitest';
import type { Problem } from '../../../contract/problem';
import type { SyncOutcome } from '../../../contract/sync';
import { syncSchedule } from '../../../contract/sync-schedule';
import type { TenantHealth } from '../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { IncidentDesk, type IncidentDeskParts } from '../../../main/incidents/incident-desk';
import { TenantDirectory } from '../../../main/tenants/tenant-directory';
import type { StoredTenant, StorePort } from '../../../main/store/store-port';
import { NOW, TENANTS } from './fake-service';

const [OPEN = '', WAITING = ''] = TENANTS;
const RETRY_AT = NOW + 60_000;

const stored = (tenantId: string, problem: TenantHealth['problem']): StoredTenant => ({
  tenantId,
  displayName: tenantId,
  domain: null,
  profile: EMPTY_PROFILE,
  appIds: [],
  addedAt: NOW,
  lastAttemptAt: NOW,
  lastCompleteAt: null,
  problem: problem ?? null,
  problemSince: null,
  partial: false,
  readOver: null,
  incidentCount: 0,
});

function deskAt(now: number, problem: Problem = { code: 'throttled', at: NOW, retryAt: RETRY_AT }) {
  const read: string[][] = [];
  const store = {
    listTenants: async () => [stored(OPEN, undefined), stored(WAITING, problem)],
  } satisfies Partial<StorePort> as unknown as StorePort;
  const tenants = new TenantDirectory({
    preferredSurface: () => 'xdr',
    schedule: () => syncSchedule.parse({}),
    store,
    now: () => now,
    refreshing: () => new Set(),
    credentialOf: async () => ({ problem: null, goodSince: NOW }),
    newTenantApps: () => [],
    holdsUntil: () => undefined,
    onChange: () => undefined,
  });
  const parts: Pick<IncidentDeskParts, 'store' | 'tenants' | 'read' | 'now'> = {
    now: () => now,
    store,
    tenants,
    read: async (tenantIds) => {
      read.push([...tenantIds]);
      return tenantIds.map((tenantId): SyncOutcome => ({ tenantId, result: 'complete', pages: 1, incidents: 1, finishedAt: now }));
    },
  };
  return { desk: new IncidentDesk(parts as IncidentDeskParts), read };
}

it.each(['throttled', 'serviceError'] as const)('does not ask a service again before the time it named (%s)', async (code) => {
  const { desk, read } = deskAt(RETRY_AT - 1, { code, at: NOW, retryAt: RETRY_AT });
  expect(await desk.sync(null)).toMatchObject([
    { tenantId: OPEN, result: 'complete' },
    { tenantId: WAITING, result: 'failed', problem: { code, retryAt: RETRY_AT } },
  ]);
  expect(await desk.sync(WAITING)).toMatchObject([{ tenantId: WAITING, result: 'failed' }]);
  expect(read.flat()).toEqual([OPEN]);
});

it('asks again from that time on', async () => {
  const { desk, read } = deskAt(RETRY_AT);
  expect(await desk.sync(WAITING)).toMatchObject([{ tenantId: WAITING, result: 'complete' }]);
  expect(read).toEqual([[WAITING]]);
});
