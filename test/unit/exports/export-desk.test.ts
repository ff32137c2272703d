import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ViewExport } from '../../../contract/export';
import type { Tenant, TenantState } from '../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../contract/tenant-profile';
import { ExportDesk } from '../../../main/exports/export-desk';
import { pageReader } from '../../../main/incidents/page-content';
import type { PageReader } from '../../../main/store/page-reader';
import type { StorePort } from '../../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B } from '../../support/store/incident-pages';
import { searchable, TempStore } from '../../support/store/temp-store';

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
  await fill();
});
afterEach(() => temp.remove());

const fill = async () => {
  const added = LISTED.map(({ tenantId, displayName, profile }) => ({ tenantId, displayName, domain: null, profile }));
  await store.saveTenants({ added, changed: [], at: 1 });
  for (const { tenantId, displayName } of added) {
    await store.saveIncidentPage(page(tenantId, [incident('1', { name: `Of ${displayName}` })]));
  }
};

const desk = (state: TenantState = 'consentMissing') => {
  const list = async () => LISTED.map((one) => ({ ...one, health: { ...one.health, state } }));
  return new ExportDesk({ store, tenants: { list }, now: () => 1, onProgress: () => undefined });
};

it('names no other tenant as the reason why one is not whole', async () => {
  const problem = { code: 'wrongTenantToken', at: 1, detail: `The token is of tenant ${TENANT_B}, asked for was ${TENANT_A}.` } as const;
  const list = async () => LISTED.map((one) => ({ ...one, health: { state: 'tokenWrong', refreshing: false, problem } as const }));
  const exports = new ExportDesk({ store, tenants: { list }, now: () => 1, onProgress: () => undefined });
  for (const format of ['csv', 'jsonl'] as const) {
    const query = { tenantId: TENANT_A, sort: 'updatedAt', descending: true } as const;
    await exports.view({ query, format, columns: [] }, path);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('wrongTenantToken');
    expect(text).not.toContain(TENANT_B);
  }
});

it.each<[string, Partial<ViewExport['query']>]>([
  ['by its ID', { tenantId: TENANT_A }],
  ['by the list of tenants', { tenantIds: [TENANT_A] }],
  ['by its group, however its letters are composed', { tenantGroups: ['CAFE\u0301'] }],
  ['on its own page, though the list of tenants names others', { tenantId: TENANT_A, tenantIds: [TENANT_A, TENANT_B] }],
  ['by its likeness to an incident of another', { tenantIds: [TENANT_A], similarTo: { tenantId: TENANT_B, incidentId: '1' } }],
])('A view narrowed down to one customer names no other, %s', async (_name, narrowed) => {
  await searchable(store);
  for (const format of ['csv', 'jsonl'] as const) {
    const query = { tenantId: null, sort: 'updatedAt', descending: true, ...narrowed } as const;
    const answer = await desk().view({ query, format, columns: ['name'] }, path);
    expect(answer).toMatchObject({ outcome: 'saved', notWhole: 1 });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('Said to Alpha');
    for (const foreign of [TENANT_B, 'Beta']) expect(text).not.toContain(foreign);
  }
});

describe('while the search is still being filled', () => {
  const NOTHING_READ: PageReader = {
    ...pageReader,
    contents: () => () => {
      throw new Error('Not taken in');
    },
  };
  const query = { tenantId: TENANT_A, sort: 'updatedAt', descending: true } as const;
  const written = async (narrowed: Partial<ViewExport['query']>, format: ViewExport['format']) => {
    const answer = await desk('fresh').view({ query: { ...query, ...narrowed }, format, columns: ['name'] }, path);
    return { answer, text: readFileSync(path, 'utf8') };
  };
  beforeEach(async () => {
    store = await temp.open({ path: ':memory:', reader: NOTHING_READ });
    await fill();
  });

  it.each<[string, Partial<ViewExport['query']>]>([
    ['a text', { text: 'Alpha' }],
    ['what its alerts say', { facets: { technique: ['T1059'] } }],
    ['a value seen', { entities: [{ kind: 'host', value: 'pc-1' }] }],
    ['likeness', { similarTo: { tenantId: TENANT_A, incidentId: '1' } }],
  ])('a view narrowed down by %s is not called complete, neither in the file nor in the answer', async (_name, narrowed) => {
    const csv = await written(narrowed, 'csv');
    expect(csv.text).toMatch(/^coverage,.*NOT COMPLETE: Some stored incidents are not in the search yet/m);
    const jsonl = await written(narrowed, 'jsonl');
    expect(JSON.parse(jsonl.text.split('\n')[0] ?? '')).toMatchObject({ complete: false, searchedAll: false, notWhole: [] });
    for (const { answer } of [csv, jsonl]) expect(answer).toMatchObject({ notWhole: 0, search: { searchable: 0, total: 2 } });
  });

  it('a view that asks nothing of the search is complete', async () => {
    const { answer, text } = await written({ severities: ['medium'] }, 'jsonl');
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ complete: true, searchedAll: true });
    expect(answer).toMatchObject({ incidents: 1, search: null });
  });
});

it('writes one thing at a time: of two ordered at once the second is refused, notes nothing, and takes neither the end nor the progress of the first', async () => {
  const query = { tenantId: TENANT_A, sort: 'updatedAt', descending: true } as const;
  const noted: string[] = [];
  const exports = desk();
  const order = (format: 'csv' | 'jsonl') =>
    exports.view({ query, format, columns: [] }, `${path}.${format}`, async () => void noted.push(format));
  const [first, second] = await Promise.all([order('csv'), order('jsonl')]);
  expect(first).toMatchObject({ outcome: 'saved' });
  expect(second).toBe('busy');
  expect(noted).toEqual(['csv']);
  expect(existsSync(`${path}.jsonl`)).toBe(false);
  expect(exports.busy).toBe(false);
  // Called off while it is noted.
  const called = exports.view({ query, format: 'csv', columns: [] }, `${path}.off`, async () => exports.cancel());
  expect(await called).toBe(null);
  expect(existsSync(`${path}.off`)).toBe(false);
});
