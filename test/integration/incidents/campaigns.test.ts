import { afterEach, beforeEach, expect, it } from 'vitest';
import { xdrColumns } from '../../../main/incidents/xdr-columns';
import type { StorePort } from '../../../main/store/store-port';
import { type Sandbox, type SandboxIncident, startSandbox } from '../../../sandbox/index';
import { page, tenant } from '../../support/store/incident-pages';
import { searchable } from '../../support/store/temp-store';
import { realStore } from './real-store';

let sandbox: Sandbox;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  sandbox = await startSandbox({ tenants: 4, incidents: 60, sameSize: true });
});
afterEach(async () => {
  await sandbox.close();
  for (const close of closing.splice(0)) await close();
});

/** As processes of Windows stand in alerts of all kinds, with the hashes their build has everywhere. */
const EVERYDAY = ['powershell.exe', 'cmd.exe', 'rundll32.exe'].map((fileName, at) => ({
  entityType: 'Process',
  fileName,
  filePath: 'C:\\Windows\\System32',
  sha1: `${at}`.repeat(40),
  sha256: `${at}`.repeat(64),
  processCommandLine: fileName,
}));

/** In four of each customer: fewer than what is too common by its number. */
const withEveryday = (one: SandboxIncident, index: number): SandboxIncident =>
  index >= 4
    ? one
    : {
        ...one,
        alerts: (one['alerts'] as { entities: object[] }[]).map((alert) => ({ ...alert, entities: [...alert.entities, ...EVERYDAY] })),
      };

async function stored(change: (one: SandboxIncident, index: number) => SandboxIncident): Promise<StorePort> {
  const { store, close } = await realStore();
  closing.push(close);
  for (const { tenantId, displayName } of sandbox.tenants) {
    await store.addTenant(tenant(tenantId, displayName));
    const value = sandbox.control.truth(tenantId).map(change);
    await store.saveIncidentPage(page(tenantId, value.map(xdrColumns), { body: JSON.stringify({ value }) }));
  }
  await searchable(store);
  return store;
}

/** Which incident resembles which, over all of them. */
async function pairs(store: StorePort): Promise<string[]> {
  const found: string[] = [];
  for (const { tenantId } of sandbox.tenants) {
    for (const one of sandbox.control.truth(tenantId)) {
      const incidentId = String(one['incidentId']);
      const campaign = await store.campaignOf({ tenantId, incidentId });
      for (const other of campaign?.incidents ?? []) found.push(`${tenantId} ${incidentId} ${other.tenantId} ${other.incidentId}`);
    }
  }
  return found.toSorted();
}

it('in a store of four customers incidents resemble each other as before when programs of Windows are in some of each', async () => {
  const before = await pairs(await stored((one) => one));
  expect(before.length).toBeGreaterThan(0);
  expect(await pairs(await stored(withEveryday))).toEqual(before);
});
