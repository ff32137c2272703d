import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportAsked } from '../../../main/store/export/export-port';
import type { StorePort } from '../../../main/store/store-port';
import { cellsThatRun, flattened, FORMULAS } from '../../support/formulas';
import { recordsOf } from '../../support/parse-csv';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../../support/store/incident-pages';
import { seededPick } from '../../support/store/seeded';
import { TempStore } from '../../support/store/temp-store';

const EVERYTHING: ExportAsked['query'] = { tenantId: null, sort: 'updatedAt', descending: true };
const AT = Date.UTC(2026, 10, 28, 22, 0);

describe('a view written to a file', () => {
  let temp: TempStore;
  let store: StorePort;
  let path: string;
  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    path = join(temp.folder, 'view.out');
    await store.addTenant(tenant(TENANT_A, 'Alpha'));
    await store.addTenant(tenant(TENANT_B, '=Beta'));
  });
  afterEach(() => temp.remove());

  const asked = (fields: Partial<ExportAsked> = {}): ExportAsked => ({
    query: EVERYTHING,
    format: 'csv',
    columns: ['name', 'severity', 'status', 'assignedTo', 'updatedAt', 'alertCount'],
    path,
    at: AT,
    tenants: [
      { tenantId: TENANT_A, tenantName: 'Alpha', state: 'fresh', lastCompleteAt: AT, reason: null },
      { tenantId: TENANT_B, tenantName: '=Beta', state: 'consentMissing', lastCompleteAt: null, reason: 'consentMissing: -no consent' },
    ],
    ...fields,
  });
  const write = async (fields: Partial<ExportAsked> = {}) => {
    const { exportId, total } = await store.beginExport(asked(fields));
    for (;;) {
      const { done, written } = await store.continueExport(exportId);
      if (done) return { total, written, text: readFileSync(path, 'utf8') };
    }
  };
  const fill = async (rows: number) => {
    const pick = seededPick(7);
    for (const tenantId of [TENANT_A, TENANT_B]) {
      for (let from = 0; from < rows; from += 100) {
        const some = Array.from({ length: Math.min(100, rows - from) }, (_, rawIndex) =>
          incident(String(from + rawIndex), {
            rawIndex,
            severity: pick(['High', 'Low', 'Cosmic']),
            status: pick(['Active', 'Resolved']),
            assignedTo: pick([null, 'ann@partner.example']),
            updatedAt: pick([null, 10, 20, 30]),
          }),
        );
        const value = some.map((row) => `{"incidentId": ${row.incidentId}, "of": "${tenantId}", "number": 12345678901234567890}`);
        await store.saveIncidentPage(page(tenantId, some, { body: `{"value": [${value.join(', ')}]}` }));
      }
    }
  };
  const listed = async (query: ExportAsked['query']) => {
    const rows = [];
    for (let offset = 0; ; offset += 200) {
      const found = await store.queryIncidents({ ...query, offset, limit: 200 });
      rows.push(...found.rows.map(({ tenantId, incidentId }) => `${tenantId} ${incidentId}`));
      if (rows.length >= found.total) return rows;
    }
  };

  it.each<[string, Partial<ExportAsked['query']>]>([
    ['the newest first', {}],
    ['narrowed down', { severities: ['high'], statuses: ['active'] }],
    ['of one tenant, by name', { tenantId: TENANT_B, sort: 'name', descending: false }],
    ['grouped by assignee, by severity', { groupBy: 'assignedTo', sort: 'severity' }],
    ['of nobody', { assignees: [''] }],
    ['of what a text finds', { text: '17' }],
  ])('has the rows of the list, %s, in its order', async (_name, query) => {
    await fill(330);
    const { text, total, written } = await write({ query: { ...EVERYTHING, ...query } });
    const found = recordsOf(text).filter(({ Record }) => Record === 'incident');
    const expected = await listed({ ...EVERYTHING, ...query });
    expect(expected.length).toBeGreaterThan(0);
    expect(found.map((row) => `${row['Tenant ID']} ${row['Incident ID']}`)).toEqual(expected);
    expect([total, written]).toEqual([expected.length, expected.length]);
    expect(recordsOf(text).at(-1)).toMatchObject({ Record: 'end', Note: `${expected.length} incidents` });
  });

  it('names every tenant that was not read whole, though it has no incident, in lines of the same form', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1')]));
    const records = recordsOf((await write()).text);
    expect(records.map(({ Record }) => Record)).toEqual(['view', 'coverage', 'tenant', 'incident', 'end']);
    expect(records[1]?.Note).toMatch(/^NOT COMPLETE: 1 of 2 tenants/);
    expect(records[2]).toMatchObject({ 'Tenant ID': TENANT_B, 'Tenant state': 'consentMissing', 'Tenant read whole at (UTC)': '' });
    expect(records[2]?.Note).toContain('never read whole');
    expect(records[3]).toMatchObject({ Tenant: 'Alpha', 'Tenant ID': TENANT_A, 'Tenant state': 'fresh', 'Incident ID': '1' });
  });

  it('runs nothing in a spreadsheet, whatever somebody called an incident and whatever cells are parted by', async () => {
    const rows = FORMULAS.map((name, at) => incident(String(at), { name, assignedTo: '=cmd|calc', updatedAt: 100 - at, rawIndex: at }));
    await store.saveIncidentPage(page(TENANT_A, rows));
    const { text } = await write();
    expect(cellsThatRun(text)).toEqual([]);
    const written = recordsOf(text).filter(({ Record }) => Record === 'incident');
    expect(written.map(({ Incident = '' }) => Incident.replaceAll("'", ''))).toEqual(FORMULAS.map(flattened));
  });

  it('leaves every other sign of a name as it is', async () => {
    const names = ['a "quoted", name', ' blank ', 'a=b; c+d | e', "it's"];
    await store.saveIncidentPage(
      page(
        TENANT_A,
        names.map((name, at) => incident(String(at), { name, updatedAt: 100 - at, rawIndex: at })),
      ),
    );
    const written = recordsOf((await write()).text).filter(({ Record }) => Record === 'incident');
    expect(written.map(({ Incident }) => Incident)).toEqual(names);
  });

  it('has whole incidents, every number with its digits, and says where each stands in the view', async () => {
    await fill(130);
    const { text } = await write({ format: 'jsonl' });
    const lines = text.trimEnd().split('\n');
    const [head, ...rest] = lines.map((line) => JSON.parse(line));
    expect(head).toMatchObject({ format: 'tenantry view', complete: false, tenants: 2, incidents: 260 });
    expect(head.notWhole).toEqual([expect.objectContaining({ tenantId: TENANT_B, state: 'consentMissing' })]);
    expect(rest.pop()).toEqual({ end: true, incidents: 260 });
    const expected = await listed(EVERYTHING);
    expect(rest.toSorted((a, b) => a.place - b.place).map((row) => `${row.tenantId} ${row.incidentId}`)).toEqual(expected);
    for (const row of rest) expect(row.incident).toMatchObject({ incidentId: Number(row.incidentId), of: row.tenantId });
    for (const line of lines.slice(1, -1)) expect(line).toContain('"number":12345678901234567890');
  });

  it('has incidents whole that are read anew while they are written', async () => {
    await fill(250);
    const [{ text }] = await Promise.all([write({ format: 'jsonl' }), fill(250)]);
    const rows = text.trimEnd().split('\n').slice(1, -1);
    expect(rows).toHaveLength(500);
    for (const line of rows) {
      const { incident: raw, tenantId, incidentId } = JSON.parse(line);
      expect(raw).toMatchObject({ incidentId: Number(incidentId), of: tenantId });
    }
  });

  it.each(['csv', 'jsonl'] as const)('holds nothing of another tenant that took the place of what went meanwhile: %s', async (format) => {
    await store.saveIncidentPage(page(TENANT_A, [incident('1', { name: 'Of Alpha' })]));
    const tenants = asked().tenants.filter(({ tenantId }) => tenantId === TENANT_A);
    const { exportId } = await store.beginExport(asked({ format, tenants, query: { ...EVERYTHING, tenantId: TENANT_A } }));
    await store.removeTenant(TENANT_A);
    await store.saveIncidentPage(page(TENANT_B, [incident('2', { name: 'Of Beta' })]));
    expect(await store.continueExport(exportId)).toEqual({ written: 0, done: true });
    const text = readFileSync(path, 'utf8');
    for (const foreign of [TENANT_B, 'Beta']) expect(text).not.toContain(foreign);
  });

  it('leaves what stood there until it is whole, and nothing of itself when it is called off', async () => {
    writeFileSync(path, 'what stood there');
    await fill(200);
    const { exportId } = await store.beginExport(asked());
    expect(readFileSync(path, 'utf8')).toBe('what stood there');
    await store.dropExport(exportId);
    await store.dropExport(exportId);
    expect(readFileSync(path, 'utf8')).toBe('what stood there');
    expect(readdirSync(temp.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
    await expect(store.continueExport(exportId)).rejects.toMatchObject({ kind: 'failed' });
  });

  it('is as of its beginning: what goes meanwhile is passed over, and the last line says how many there are', async () => {
    await fill(150);
    const { exportId, total } = await store.beginExport(asked());
    await store.clearTenant(TENANT_B);
    let written = 0;
    for (let done = false; !done; ) ({ done, written } = await store.continueExport(exportId));
    const found = recordsOf(readFileSync(path, 'utf8'));
    expect([total, written]).toEqual([300, 150]);
    expect(found.filter((row) => row['Tenant ID'] === TENANT_B && row.Record === 'incident')).toEqual([]);
    expect(found.at(-1)?.Note).toBe('150 incidents');
  });

  it('leaves nothing of itself either where the store is closed in the middle', async () => {
    await fill(100);
    await store.beginExport(asked());
    const begun = () => readdirSync(temp.folder).filter((name) => name.startsWith('view.out'));
    expect(begun()).toHaveLength(1);
    await store.close();
    expect(begun()).toEqual([]);
  });

  it('says so when it cannot be written there', async () => {
    await expect(store.beginExport(asked({ path: join(temp.folder, 'no such folder', 'view.csv') }))).rejects.toMatchObject({
      kind: 'failed',
    });
    expect(existsSync(join(temp.folder, 'no such folder'))).toBe(false);
  });
});
