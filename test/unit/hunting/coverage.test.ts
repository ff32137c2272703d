import { expect, it } from 'vitest';
import type { HuntingFilter } from '../../../contract/hunting';
import { coverageOf } from '../../../main/hunting/export/coverage';
import { huntingRun, huntingTenant } from '../../support/hunting-run';
import { TENANT_A, TENANT_B } from '../../support/store/incident-pages';

const RUN = huntingRun(huntingTenant(TENANT_A, 'done'), huntingTenant(TENANT_B, 'failed'));
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

it('A file of rows of one customer does not name the tenant whose token came instead', () => {
  const detail = `The token is of tenant ${TENANT_B}, asked for was ${TENANT_A}.`;
  const reason = { code: 'problem', detail, problem: { code: 'wrongTenantToken', at: 1, detail } } as const;
  const run = huntingRun({ ...huntingTenant(TENANT_A, 'failed'), reason }, huntingTenant(TENANT_B, 'done'));
  const filters = [{ column: 'tenantId', op: 'equals', value: TENANT_A }] as const;
  const coverage = coverageOf(run, { [TENANT_A]: 'Alpha' }, { now: 1, view: { filters: [...filters], text: '' } });
  expect(coverage.notWhole).toMatchObject([{ tenantId: TENANT_A, reason: 'wrongTenantToken' }]);
  expect(JSON.stringify(coverage)).not.toContain(TENANT_B);
});
