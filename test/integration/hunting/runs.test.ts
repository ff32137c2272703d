import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { HuntingRun } from '../../../contract/hunting';
import { type HuntingAtSandbox, huntingAtSandbox, PLAIN } from './hunting-at-sandbox';

let at: HuntingAtSandbox;
afterEach(() => at.close());

const statesOf = (run: HuntingRun) => run.tenants.map(({ state }) => state);
const reasonsOf = (run: HuntingRun) => run.tenants.map(({ reason }) => reason?.code ?? null);

describe('a run over several tenants', () => {
  it('brings the same rows over either surface, each under its own tenant', async () => {
    at = await huntingAtSandbox({ states: ['consented', 'graphOnly'] });
    at.sandbox.control.setTelemetry(20);
    const query = 'DeviceInfo | project Timestamp, DeviceName, OSBuild, IsAzureADJoined, LoggedOnUsers';
    const run = await at.run({ query });
    expect(statesOf(run)).toEqual(['done', 'done']);
    expect(run.tenants.map(({ surface }) => surface)).toEqual(['xdr', 'graph']);
    expect(run.columns).toEqual([
      { name: 'Timestamp', type: 'datetime' },
      { name: 'DeviceName', type: 'string' },
      { name: 'OSBuild', type: 'long' },
      { name: 'IsAzureADJoined', type: 'bool' },
      { name: 'LoggedOnUsers', type: 'dynamic' },
    ]);
    const rows = await at.allRows(run.runId);
    expect(rows).toHaveLength(run.totalRows);
    for (const [index, tenant] of at.sandbox.tenants.entries()) {
      const own = rows.filter(({ tenantId }) => tenantId === tenant.tenantId);
      expect(own).toHaveLength(run.tenants[index]?.rows ?? -1);
      expect(own.length).toBeGreaterThan(0);
      // The domain of a device is its tenant's: none stands under the wrong name.
      for (const { values } of own) {
        expect(values[1]).toContain(tenant.domain);
        expect(typeof values[3]).toBe('boolean');
      }
    }
  });

  it('says of each tenant in the terms of hunting why it has no rows', async () => {
    at = await huntingAtSandbox({ states: ['consented', 'consented', 'consented', 'consented', 'noRoles', 'notLicensed', 'consented'] });
    const { control, tenants } = at.sandbox;
    control.setTelemetry(5);
    const [, missing, cpu, slow, , , capped] = tenants.map(({ tenantId }) => tenantId) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    control.setHunting(missing, { unlicensed: ['EmailEvents'] });
    control.setHunting(cpu, { cpu: { queries: 0 } });
    control.setHunting(slow, { fail: 'timeout' });
    control.setHunting(capped, { rowLimit: 100 });
    const run = await at.run({ query: 'EmailEvents | project Subject' });
    expect(statesOf(run)).toEqual(['done', 'failed', 'failed', 'failed', 'failed', 'failed', 'done']);
    expect(reasonsOf(run)).toEqual([null, 'missingTable', 'cpuQuota', 'timeout', 'problem', 'problem', null]);
    expect(run.tenants[1]?.reason?.name).toBe('EmailEvents');
    expect(run.tenants[2]?.reason?.retryAt ?? 0).toBeGreaterThan(Date.now() + 600_000);
    expect(run.tenants[4]?.reason?.problem?.code).toBe('rolesMissing');
    expect(run.tenants[5]?.reason?.problem?.code).toBe('notLicensed');
    const rows = await at.allRows(run.runId);
    expect(new Set(rows.map(({ tenantId }) => tenantId))).toEqual(new Set([tenants[0]?.tenantId, capped]));

    control.setHunting(missing, null);
    control.setHunting(slow, null);
    const end = at.ended(run.runId);
    expect(await at.service.retry(run.runId, [missing, slow])).toBe(true);
    const again = await end;
    expect(statesOf(again)).toEqual(['done', 'done', 'failed', 'done', 'failed', 'failed', 'done']);
    expect(again.tenants[0]?.rows).toBe(run.tenants[0]?.rows);
  });

  it('says once for all tenants that the query is none, with the place', async () => {
    at = await huntingAtSandbox({ tenants: 3 });
    const run = await at.run({ query: 'DeviceInfo\n| where ] 3' });
    expect(run.syntaxError).toMatchObject({ code: 'syntax', line: 2 });
    expect(run.totalRows).toBe(0);
    expect(statesOf(run).filter((state) => state === 'done')).toEqual([]);
  });

  it('never lets an answer at the row limit look whole', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    const run = await at.run({ query: 'range n from 1 to 100500 step 1' });
    expect(run.tenants[0]).toMatchObject({ state: 'partial', reason: { code: 'rowLimit' }, rows: 100_000 });
    const window = await at.service.rows(run.runId, { ...PLAIN, sort: { column: 'n', descending: true } }, 0, 2);
    expect(window).toMatchObject({ total: 100_000, rows: [{ values: [100_000] }, { values: [99_999] }] });
  });

  it('keeps nothing of an answer that was cut off', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    at.sandbox.control.setTelemetry(200);
    at.sandbox.control.fault({ match: 'hunting', truncate: 400_000, times: 1 });
    const run = await at.run({ query: 'DeviceProcessEvents' });
    expect(statesOf(run)).toEqual(['done']);
    expect(at.sandbox.control.requests().filter(({ path }) => path.includes('hunting')).length).toBeGreaterThan(1);
    expect(run.totalRows).toBeGreaterThan(5_000);
    const stats = await at.service.columnStats(run.runId, 'ReportId', PLAIN);
    expect(stats?.rows).toBe(run.totalRows);
  });

  it('ends within a second when it is cancelled, and can be gone on with', async () => {
    at = await huntingAtSandbox({ tenants: 3 });
    const { control, tenants } = at.sandbox;
    control.setTelemetry(5);
    control.setHunting(tenants[1]?.tenantId ?? '', { takesMs: 60_000 });
    const first = at.ended('run 1');
    const runId = await at.start({ query: 'DeviceInfo' });
    await expect.poll(async () => (await at.service.run(runId))?.tenants.filter(({ state }) => state === 'done').length).toBe(2);
    const before = Date.now();
    await at.service.cancel(runId);
    const run = await first;
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(run.state).toBe('cancelled');
    expect(statesOf(run)).toEqual(['done', 'cancelled', 'done']);
    control.setHunting(tenants[1]?.tenantId ?? '', null);
    const end = at.ended(runId);
    await at.service.retry(runId, null);
    expect(statesOf(await end)).toEqual(['done', 'done', 'done']);
  });
});

describe('the rows of a run', () => {
  it('are sorted, filtered, searched, grouped and counted', async () => {
    at = await huntingAtSandbox({ tenants: 2 });
    at.sandbox.control.setTelemetry(30);
    const run = await at.run({ query: 'DeviceNetworkEvents | project Timestamp, RemotePort, RemoteUrl, Protocol' });
    const all = await at.allRows(run.runId);
    const filters = [
      { column: 'RemotePort', op: 'equals' as const, value: 443 },
      { column: 'Protocol', op: 'notEquals' as const, value: 'Udp' },
    ];
    const wanted = all.filter(({ values }) => values[1] === 443 && values[3] !== 'Udp');
    const sorted = await at.allRows(run.runId, { sort: { column: 'Timestamp', descending: true }, filters, text: '' });
    expect(sorted).toHaveLength(wanted.length);
    const ticks = (value: unknown) => String(value).replace('Z', '').padEnd(27, '0');
    const times = sorted.map(({ values }) => ticks(values[0]));
    expect(times).toEqual([...times].sort().reverse());
    const found = await at.allRows(run.runId, { ...PLAIN, text: 'APP7.' });
    expect(found).toEqual(all.filter(({ values }) => String(values[2]).includes('app7.')));
    const groups = await at.service.groups(run.runId, 'RemotePort', PLAIN, 10);
    for (const { value, rows } of groups?.groups ?? []) expect(rows).toBe(all.filter(({ values }) => values[1] === value).length);
    const byTenant = await at.service.groups(run.runId, 'tenantId', PLAIN, 10);
    expect(byTenant?.groups.map(({ rows }) => rows).reduce((sum, rows) => sum + rows, 0)).toBe(all.length);
    expect(await at.service.columnStats(run.runId, 'RemotePort', PLAIN)).toMatchObject({
      rows: all.length,
      empty: 0,
      distinct: 5,
      min: 53,
      max: 3389,
    });
  });

  it('keep nobody waiting while many are sorted: rows of another run come and its cancellation is answered', async () => {
    at = await huntingAtSandbox({ tenants: 3 });
    const big = await at.run({ query: 'range n from 1 to 99000 step 1 | extend Word = strcat("word ", hash(n))' });
    expect(big.totalRows).toBe(297_000);
    at.sandbox.control.setHunting(at.tenantIds[2] ?? '', { takesMs: 60_000 });
    const end = at.ended('other');
    const order: string[] = [];
    await at.start({ runId: 'other', query: 'range n from 1 to 10 step 1' });
    const sorted = at.service
      .rows(big.runId, { ...PLAIN, sort: { column: 'Word', descending: true } }, 0, 10)
      .then((window) => (order.push('sorted'), window));
    await at.service.cancel('other');
    const other = await end;
    order.push('cancelled');
    const window = await sorted;
    expect(order).toEqual(['cancelled', 'sorted']);
    expect(statesOf(other)).toContain('cancelled');
    const words = window?.rows.map(({ values }) => String(values[1])) ?? [];
    expect(window?.total).toBe(297_000);
    expect(words).toEqual(words.toSorted().toReversed());
  });

  it('are nowhere to be read in the file they are kept in, and gone with it', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    const run = await at.run({ query: 'range n from 1 to 20000 step 1 | extend Word = strcat("plain-text-", n)' });
    expect(run.totalRows).toBe(20_000);
    expect(await at.allRows(run.runId, { ...PLAIN, text: 'plain-text-19999' })).toHaveLength(1);
    for (const suffix of ['', '-wal', '-shm']) {
      const bytes = readFileSync(at.spillPath + suffix);
      expect(bytes.includes('plain-text-'), suffix).toBe(false);
      expect(bytes.includes('SQLite format'), suffix).toBe(false);
    }
    const ended = at.service.end();
    expect(existsSync(at.spillPath), 'a process that ends waits for nothing').toBe(false);
    await ended;
    for (const suffix of ['-wal', '-shm']) expect(existsSync(at.spillPath + suffix), suffix).toBe(false);
    expect(existsSync(at.spillPath)).toBe(false);
  });
});

describe('a run in parts of its time', () => {
  it('brings over both surfaces what it brings whole, and says how far it is', async () => {
    at = await huntingAtSandbox({ states: ['consented', 'graphOnly'] });
    at.sandbox.control.setTelemetry(20);
    // Parts are days of UTC: three of them, whatever the hour of this test.
    const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000;
    const range = { from: midnight - 3 * 86_400_000 + 3_600_000, to: midnight - 3_600_000 };
    for (const query of [
      'DeviceLogonEvents | project Timestamp, AccountName',
      'DeviceLogonEvents | summarize count(), max(Timestamp) by AccountName',
    ]) {
      const whole = await at.run({ query, range });
      const split = await at.run({ query, range, split: 'day' });
      expect(statesOf(split)).toEqual(['done', 'done']);
      expect(split.tenants.map(({ parts }) => parts)).toEqual([
        { done: 3, of: 3 },
        { done: 3, of: 3 },
      ]);
      const sorted = async (run: HuntingRun) => (await at.allRows(run.runId)).map((row) => JSON.stringify(row)).sort();
      expect(await sorted(split)).toEqual(await sorted(whole));
      expect(split.totalRows).toBeGreaterThan(10);
    }
  });

  it('goes from the whole to days and from days to hours where an answer shows a limit', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    at.sandbox.control.setTelemetry(300);
    const query = 'DeviceProcessEvents | project Timestamp, FileName';
    const range = { from: Date.now() - 12 * 3_600_000, to: Date.now() };
    const truth = await at.run({ query, range });
    at.sandbox.control.setHunting(null, { resultBytes: truth.totalRows * 12 });
    const auto = await at.run({ query, range, split: 'auto' });
    expect(auto.tenants[0]).toMatchObject({ state: 'done', reason: null, rows: truth.totalRows });
    expect(auto.tenants[0]?.parts.of).toBeGreaterThan(4);
    const refused = await at.run({ query: `${query} | top 5000000 by Timestamp`, range, split: 'auto' });
    expect(refused.tenants[0]).toMatchObject({ state: 'failed', reason: { code: 'tooLarge' } });
    const never = await at.run({ query: `${query} | take 5`, range, split: 'day' });
    expect(never.tenants[0]).toMatchObject({ state: 'failed', reason: { code: 'notSplittable' } });
  });

  it('is partial, never whole, when a part fails', async () => {
    at = await huntingAtSandbox({ tenants: 1 });
    at.sandbox.control.setTelemetry(20);
    const now = Date.now();
    const range = { from: now - 2 * 86_400_000, to: now };
    const error = { error: { code: 'BadRequest', message: 'Query exceeded the timeout period. Optimize your query and try again.' } };
    at.sandbox.control.fault({ match: 'hunting', status: 400, body: error, skip: 1, times: 1 });
    const run = await at.run({ query: 'DeviceFileEvents', range, split: 'day' });
    expect(run.tenants[0]).toMatchObject({ state: 'partial', reason: { code: 'someParts' }, parts: { done: 2, of: 3 } });
    expect(run.totalRows).toBeGreaterThan(0);
  });
});
