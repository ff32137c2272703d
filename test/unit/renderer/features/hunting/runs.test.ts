import { describe, expect, it } from 'vitest';
import type { HuntingRun, HuntingTenant } from '../../../../../contract/hunting';
import { coloursOf } from '../../../../../renderer/features/hunting/results/chart-colours';
import { chartOf, renderOf } from '../../../../../renderer/features/hunting/results/chart-data';
import { RowsWindow } from '../../../../../renderer/features/hunting/results/rows-window';
import { learnedFrom } from '../../../../../renderer/features/hunting/run/learn-table';
import { rowsWords } from '../../../../../renderer/features/hunting/run/reason-words';
import { refusalOf } from '../../../../../renderer/features/hunting/run/refusal';
import { runCoverage } from '../../../../../renderer/features/hunting/run/run-coverage';
import { huntingRun, huntingTenant } from '../../../../support/hunting-run';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

const tenant = (state: HuntingTenant['state'], reason: HuntingTenant['reason'] = null): HuntingTenant => ({
  ...huntingTenant(A, state),
  rows: 0,
  reason,
});
const run = (patch: Partial<HuntingRun>): HuntingRun => ({ ...huntingRun(), ...patch });

describe('what a run says of its tenants', () => {
  it('is clean only when every one is whole', () => {
    expect(runCoverage(run({ tenants: [tenant('done'), tenant('done')] }))).toEqual({ tone: 'good', text: '2 of 2 tenants whole' });
    for (const state of ['failed', 'partial', 'cancelled', 'running', 'waiting'] as const)
      expect(runCoverage(run({ tenants: [tenant('done'), tenant(state)] })).tone, state).not.toBe('good');
  });

  it('names every failure with its reason, the most frequent first', () => {
    const missing = { code: 'missingTable' as const, name: 'DeviceInfo' };
    const tenants = [tenant('done'), tenant('failed', { code: 'timeout' }), tenant('failed', missing), tenant('failed', missing)];
    const { tone, text } = runCoverage(run({ tenants }));
    expect(tone).toBe('bad');
    expect(text).toBe('1 of 4 tenants whole · 3 failed: 2 × no table DeviceInfo, took longer than three minutes');
  });
});

it('No rows of a tenant that did not answer whole are no zero', () => {
  expect(rowsWords({ state: 'done', rows: 0 })).toBe('0');
  for (const state of ['failed', 'partial', 'cancelled', 'running', 'waiting'] as const) {
    expect(rowsWords({ state, rows: 0 }), state).toBe('–');
    expect(rowsWords({ state, rows: 1_200 }), state).toBe('1,200');
  }
});

describe('what a query asks to be drawn', () => {
  it.each([
    ['T | summarize count() by bin(Timestamp, 1d) | render timechart', 'timechart'],
    ['T | take 1 | render piechart with (title = "a | b")', 'piechart'],
    ['T | where a == "| render piechart"', null],
    ['T // | render piechart', null],
    ['T | render table', null],
  ])('%s', (query, kind) => {
    expect(renderOf(query)).toBe(kind);
  });

  it('stacks the values of two customers and never averages them', () => {
    const columns = [
      { name: 'Day', type: 'datetime' as const },
      { name: 'Alerts', type: 'long' as const },
    ];
    const rows = [
      { tenantId: A, values: ['2026-11-02T00:00:00Z', 3] },
      { tenantId: B, values: ['2026-11-01T00:00:00Z', 5] },
      { tenantId: B, values: ['2026-11-02T00:00:00Z', 7] },
    ];
    const chart = chartOf('timechart', rows, columns, { byTenant: false, nameOf: (id) => (id === A ? 'Contoso' : 'Fabrikam') });
    expect(chart?.places.map((place) => new Date(place).toISOString().slice(0, 10))).toEqual(['2026-11-01', '2026-11-02']);
    expect(chart?.series).toEqual([
      { name: 'Fabrikam', values: [5, 7], total: 12 },
      { name: 'Contoso', values: [0, 3], total: 3 },
    ]);
  });

  it('has severities by how grave they are, in the colours they have everywhere', () => {
    const columns = [
      { name: 'Day', type: 'datetime' as const },
      { name: 'Severity', type: 'string' as const },
      { name: 'Alerts', type: 'long' as const },
    ];
    const rows = ['Low', 'Informational', '', 'High'].map((severity, at) => ({
      tenantId: A,
      values: ['2026-11-01T00:00:00Z', severity, 9 - at],
    }));
    const names = chartOf('timechart', rows, columns, { byTenant: false, nameOf: String })?.series.map(({ name }) => name) ?? [];
    expect(names).toEqual(['High', 'Low', 'Informational', '']);
    expect(coloursOf(names)).toEqual(['high', 'low', 'informational', 'other'].map((level) => `var(--severity-${level})`));
    // A customer of that name is no severity.
    expect(coloursOf(['High', 'Fabrikam']).join()).not.toContain('severity');
  });

  it('is nothing without a number', () => {
    const columns = [{ name: 'Name', type: 'string' as const }];
    expect(chartOf('barchart', [{ tenantId: A, values: ['x'] }], columns, { byTenant: false, nameOf: String })).toBeNull();
  });
});

describe('a refusal of the service', () => {
  const refused = (query: string, line: number, column: number) =>
    run({ query, syntaxError: { code: 'syntax', detail: 'no', line, column } });

  it('is marked where it is, behind the values of the form', () => {
    const text = 'DeviceInfo\n| wher x';
    expect(refusalOf(refused(`let a = 1;\n${text}`, 3, 3), 'let a = 1;\n', text)).toEqual({ from: 13, to: 17, message: 'no' });
  });

  it('is not marked in another text than the one that was run', () => {
    expect(refusalOf(refused('A | wher', 1, 5), '', 'A | where x')).toBeNull();
  });
});

describe('columns learned from an answer', () => {
  const columns = [{ name: 'Own', type: 'string' as const }];
  const of = (query: string) => learnedFrom({ query, columns, tenants: [tenant('done')] })?.name ?? null;
  it.each([
    ['NewTable', 'NewTable'],
    ['NewTable\n| where Own has x\n| take 5', 'NewTable'],
    ['// look\nNewTable | top 5 by Own', 'NewTable'],
    ['NewTable | project Own', null],
    ['NewTable | summarize count()', null],
    ['NewTable | where Own == "a|b"', null],
    ['let x = 1; NewTable', null],
  ])('%j teaches %s', (query, name) => {
    expect(of(query)).toBe(name);
  });
});

describe('the window of rows', () => {
  it('asks for what is in view, and again when the run got on', async () => {
    const asked: number[] = [];
    const rows = new RowsWindow(async ({ offset, limit }) => {
      asked.push(offset);
      return {
        ok: true,
        value: {
          total: 1_000,
          columns: [],
          version: 1,
          rows: Array.from({ length: limit }, (_, at) => ({ tenantId: A, values: [offset + at] })),
        },
      };
    });
    const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
    const view = { sort: null, filters: [], text: '' };
    rows.show({ runId: 'r', view }, 1);
    await settled();
    expect(rows.state()).toMatchObject({ state: 'ready', total: 1_000 });
    rows.want([[250, 260]]);
    expect(rows.rowAt(255)).toBeUndefined();
    await settled();
    expect(rows.rowAt(255)?.values).toEqual([255]);
    rows.show({ runId: 'r', view }, 2);
    await settled();
    expect(asked).toEqual([0, 200, 200]);
    rows.show({ runId: 'other', view }, 2);
    expect(rows.rowAt(255)).toBeUndefined();
    expect(rows.state()).toMatchObject({ state: 'loading', total: 0 });
  });
});
