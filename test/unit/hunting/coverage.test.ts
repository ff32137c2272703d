import { expect, it } from 'vitest';
import type { HuntingFilter, HuntingRun, HuntingTenant } from '../../../contract/hunting';
import { coverageOf } from '../../../main/hunting/export/coverage';
import { TENANT_A, TENANT_B } from '../../support/store/incident-pages';

const one = (tenantId: string, state: HuntingTenant['state']): HuntingTenant => ({
  tenantId,
  state,
  rows: 1,
  surface: 'graph',
  reason: null,
  parts: { done: 1, of: 1 },
  waitsUntil: null,
  ms: 1,
});
const RUN: HuntingRun = {
  runId: '1',
  query: 'DeviceInfo',
  range: null,
  split: 'none',
  state: 'done',
  startedAt: 0,
  endedAt: 1,
  columns: [],
  totalRows: 2,
  tenants: [one(TENANT_A, 'done'), one(TENANT_B, 'failed')],
  syntaxError: null,
  scheduleId: null,
  version: 1,
};
const of = (...filters: HuntingFilter[]) =>
  coverageOf(RUN, { [TENANT_A]: 'Alpha', [TENANT_B]: 'Beta' }, { now: 1, view: { filters, text: '' } });

it.each<HuntingFilter>([
  { column: 'tenantId', op: 'equals', value: TENANT_A },
  { column: 'tenantId', op: 'notEquals', value: TENANT_B },
])('A file of rows of one customer names no other ($op)', (filter) => {
  const coverage = of(filter);
  expect(coverage).toMatchObject({ tenants: 1, whole: 1, complete: true, filtered: true, notWhole: [] });
  expect(JSON.stringify(coverage)).not.toContain(TENANT_B);
});

it('A file of rows that any customer can have names all that are not whole', () => {
  for (const coverage of [of(), of({ column: 'DeviceName', op: 'equals', value: TENANT_A })]) {
    expect(coverage).toMatchObject({ tenants: 2, whole: 1, complete: false, notWhole: [{ tenantName: 'Beta' }] });
  }
});
