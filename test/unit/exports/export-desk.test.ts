import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ViewExport } from '../../../contract/export';
import type { Tenant } from '../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { ExportDesk } from '../../../main/exports/export-desk';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B } from '../../support/store/incident-pages';
import { TempStore } from '../../support/store/temp-store';

let temp: TempStore;
let store: StorePort;
let path: string;

const listed = (tenantId: string, displayName: string, group: string): Tenant => ({
  tenantId,
  displayName,
  profile: { ...EMPTY_PROFILE, group },
  appIds: [],
  addedAt: 1,
  incidentCount: 1,
  health: { state: 'consentMissing', refreshing: false, problem: { code: 'consentMissing', at: 1, detail: `Said to ${displayName}` } },
});
const LISTED = [listed(TENANT_A, 'Alpha', 'Caf\u00e9'), listed(TENANT_B, 'Beta', 'Other')];

beforeEach(async () => {
  temp = new TempStore();
  store = await temp.open();
  path = join(temp.folder, 'view.out');
  const added = LISTED.map(({ tenantId, displayName, profile }) => ({ tenantId, displayName, domain: null, profile }));
  await store.saveTenants({ added, changed: [], at: 1 });
  for (const { tenantId, displayName } of added) {
    await store.saveIncidentPage(page(tenantId, [incident('1', { name: `Of ${displayName}` })]));
  }
});
afterEach(() => temp.remove());

const desk = () => new ExportDesk({ store, tenants: { list: async () => LISTED }, now: () => 1, onProgress: () => undefined });

it.each<[string, Partial<ViewExport['query']>]>([
  ['by its ID', { tenantId: TENANT_A }],
  ['by the list of tenants', { tenantIds: [TENANT_A] }],
  ['by its group, however its letters are composed', { tenantGroups: ['CAFE\u0301'] }],
  ['on its own page, though the list of tenants names others', { tenantId: TENANT_A, tenantIds: [TENANT_A, TENANT_B] }],
  ['by its likeness to an incident of another', { tenantIds: [TENANT_A], similarTo: { tenantId: TENANT_B, incidentId: '1' } }],
])('A view narrowed down to one customer names no other, %s', async (_name, narrowed) => {
  for (const format of ['csv', 'jsonl'] as const) {
    const query = { tenantId: null, sort: 'updatedAt', descending: true, ...narrowed } as const;
    const answer = await desk().view({ query, format, columns: ['name'] }, path);
    expect(answer).toMatchObject({ outcome: 'saved', notWhole: 1 });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('Said to Alpha');
    for (const foreign of [TENANT_B, 'Beta']) expect(text).not.toContain(foreign);
  }
});
