import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Overview, TenantFigures } from '../../../../contract/overview';
import { OldestUnassigned } from '../../../../renderer/features/overview/OldestUnassigned';
import { ResolveTimes, resolveCells } from '../../../../renderer/features/overview/ResolveTimes';

const alpha: TenantFigures = {
  tenantId: 'a',
  tenantName: 'Alpha',
  tenantState: 'fresh',
  lastCompleteAt: 1,
  open: { high: 2 },
  unassigned: 2,
  opened: 0,
  resolved: 3,
  timed: 0,
  meanResolveMs: null,
};
const overview: Overview = {
  asOf: 0,
  days: [],
  tenants: [alpha],
  total: alpha,
  oldest: [],
  knownFrom: null,
  coverage: { total: 1, byState: { fresh: 1 } },
};
const drawn = (of: typeof ResolveTimes | typeof OldestUnassigned, total = alpha) =>
  renderToStaticMarkup(createElement(of, { overview: { ...overview, total, tenants: [total] }, tenants: [] }));

describe('incidents whose beginning is not known', () => {
  it('count as resolved, though how long that took is not known', () => {
    expect(drawn(ResolveTimes)).not.toContain('No incident was resolved');
    expect(drawn(ResolveTimes, { ...alpha, resolved: 0 })).toContain('No incident was resolved');
    expect(resolveCells(alpha)[2]).toBe('not known');
    expect(resolveCells({ ...alpha, resolved: 0 })[2]).toBe('none resolved');
  });

  it('wait for an owner, though it is not known for how long', () => {
    expect(drawn(OldestUnassigned)).not.toMatch(/Nothing open is without an owner|The 0 oldest/);
    expect(drawn(OldestUnassigned, { ...alpha, unassigned: 0 })).toContain('Nothing open is without an owner');
  });
});
