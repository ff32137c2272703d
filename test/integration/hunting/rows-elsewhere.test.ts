import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HuntingAtSandbox, huntingAtSandbox, PLAIN } from './hunting-at-sandbox';

let at: HuntingAtSandbox;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenantry-rows-'));
});
afterEach(async () => {
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

const QUERY =
  'DeviceInfo | extend Formula = "=1+1", Word = "a,\\"b\\"\\nå" | project Timestamp, DeviceName, OSBuild, IsAzureADJoined, Formula, Word';

async function exported(format: 'csv' | 'jsonl' | 'parquet', query = QUERY) {
  at = await huntingAtSandbox({ tenants: 3 });
  at.sandbox.control.setTelemetry(20);
  at.sandbox.control.setHunting(at.tenantIds[1] ?? '', { unlicensed: ['DeviceInfo'] });
  const run = await at.run({ query });
  const path = join(folder, `rows.${format}`);
  const names = Object.fromEntries(at.sandbox.tenants.map(({ tenantId, displayName }) => [tenantId, displayName]));
  const done = await at.service.export({ runId: run.runId, format, view: PLAIN, path, names });
  expect(done).toEqual({ rows: run.totalRows });
  expect(existsSync(`${path}.part`)).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  return { runId: run.runId, path, rows: await at.allRows(run.runId), names, missing: at.sandbox.tenants[1]?.displayName ?? '' };
}

describe('rows in a file', () => {
  it('are JSON Lines behind a line that says who is missing', async () => {
    const { path, rows, names, missing } = await exported('jsonl');
    const [first, ...lines] = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first?.['coverage']).toMatchObject({
      complete: false,
      tenants: 3,
      whole: 2,
      notWhole: [{ tenantName: missing, state: 'failed', reason: 'missingTable' }],
    });
    expect(lines).toHaveLength(rows.length);
    const [row] = rows;
    expect(lines[0]).toEqual({
      TenantId: row?.tenantId,
      TenantName: names[row?.tenantId ?? ''],
      Timestamp: row?.values[0],
      DeviceName: row?.values[1],
      OSBuild: row?.values[2],
      IsAzureADJoined: row?.values[3],
      Formula: '=1+1',
      Word: 'a,"b"\nå',
    });
  });

  it('are CSV that no spreadsheet runs', async () => {
    const { path, rows, missing } = await exported('csv');
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [first, header] = text.slice(1).split('\r\n');
    expect(first).toContain('NOT COMPLETE');
    expect(first).toContain(missing);
    expect(header).toBe('TenantId,TenantName,Timestamp,DeviceName,OSBuild,IsAzureADJoined,Formula,Word');
    expect(text.match(/,'=1\+1,"a,""b"" å"\r\n/g)).toHaveLength(rows.length);
  });

  it('are Parquet with their types, and with the coverage in its metadata', async () => {
    const { path, rows } = await exported('parquet');
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const coverage = metadata.key_value_metadata?.find(({ key }) => key === 'tenantry.coverage')?.value ?? '';
    expect(JSON.parse(coverage)).toMatchObject({ complete: false, whole: 2 });
    const read = await parquetReadObjects({ file });
    expect(read).toHaveLength(rows.length);
    expect(
      read.map((row) => [
        row['TenantId'],
        row['Timestamp'],
        row['DeviceName'],
        Number(row['OSBuild']),
        row['IsAzureADJoined'],
        row['Word'],
      ]),
    ).toEqual(rows.map(({ tenantId, values }) => [tenantId, values[0], values[1], values[2], values[3], values[5]]));
  });

  it.each(['jsonl', 'parquet'] as const)('stand under their own tenant, whatever columns a query makes (%s)', async (format) => {
    const query =
      'DeviceInfo | extend TenantId = "another", TenantName = "Somebody else", tenantId = "a third" | project TenantId, TenantName, tenantId';
    const { runId, path, rows, names } = await exported(format, query);
    const read =
      format === 'parquet'
        ? await parquetReadObjects({ file: await asyncBufferFromFile(path) })
        : readFileSync(path, 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.length).toBeGreaterThan(0);
    expect(read).toEqual(
      rows.map(({ tenantId }) => ({
        TenantId: tenantId,
        TenantName: names[tenantId],
        TenantId_string: 'another',
        TenantName_string: 'Somebody else',
        tenantId_string: 'a third',
      })),
    );
    const [owner = ''] = at.tenantIds;
    const selection = { filters: [{ column: 'tenantId', op: 'equals' as const, value: owner }], text: '' };
    const own = await at.service.rows(runId, { ...PLAIN, ...selection }, 0, 500);
    expect(own?.rows.length).toBeGreaterThan(0);
    expect(own?.total).toBe(rows.filter(({ tenantId }) => tenantId === owner).length);
  });

  it('are none when the export is ended', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    const run = await at.run({ query: 'range n from 1 to 60000 step 1' });
    const path = join(folder, 'rows.csv');
    const exporting = at.service.export({ runId: run.runId, format: 'csv', view: PLAIN, path, names: {} });
    await at.service.cancelExport(run.runId);
    expect(await exporting).toBe('cancelled');
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });
});

describe('rows of a session', () => {
  it('are kept of the last twenty runs by hand and of the last two of a schedule', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    const query = 'range n from 1 to 2 step 1';
    const scheduled = [];
    for (let nth = 0; nth < 3; nth += 1) scheduled.push((await at.run({ query, scheduleId: 'nightly' })).runId);
    const byHand = [];
    for (let nth = 0; nth < 21; nth += 1) byHand.push((await at.run({ query })).runId);
    expect((await at.service.openRuns()).toSorted()).toEqual([...scheduled.slice(1), ...byHand.slice(1)].toSorted());
    expect(await at.service.rows(byHand[0] ?? '', PLAIN, 0, 10)).toBeNull();
    expect((await at.allRows(byHand[1] ?? '')).length).toBe(2);
  });
});

describe('two runs', () => {
  it('differ by the rows that came and went, over tenants that are whole in both', async () => {
    at = await huntingAtSandbox({ tenants: 2 });
    const { control } = at.sandbox;
    control.setTelemetry(10);
    const [one = '', other = ''] = at.tenantIds;
    const query = 'DeviceLogonEvents | project Timestamp, AccountName, LogonType';
    const before = await at.run({ query });
    control.addEvent(one, 'DeviceLogonEvents', Date.now() - 3_600_000, { AccountName: 'new.comer', LogonType: 'Network' });
    control.setHunting(other, { fail: 'timeout' });
    const after = await at.run({ query: `${query} | extend Same = 1 | project-away Same` });
    const forth = await at.service.compare(after.runId, before.runId, 10);
    expect(forth?.added).toMatchObject({ total: 1, rows: [{ tenantId: one, values: [expect.any(String), 'new.comer', 'Network'] }] });
    expect(forth?.gone).toEqual({ total: 0, rows: [] });
    expect(forth?.notCompared).toEqual([other]);
    const back = await at.service.compare(before.runId, after.runId, 10);
    expect([back?.added.total, back?.gone.total]).toEqual([0, 1]);
    const digests = await at.service.digests(after.runId);
    expect(digests?.map(({ tenantId, digests: bytes }) => [tenantId, bytes.length / 8])).toEqual([[one, after.tenants[0]?.rows]]);
  });
});
