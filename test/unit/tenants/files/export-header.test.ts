import { expect, it } from 'vitest';
import type { Tenant, TenantState } from '../../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import { exportHeader, exportName } from '../../../../main/tenants/files/export-header';

const NOW = Date.UTC(2026, 10, 27, 12);

const tenant = (state: TenantState): Tenant => ({
  tenantId: '11111111-1111-4111-8111-111111111111',
  displayName: 'Åke & Söner / AB',
  appIds: [],
  profile: EMPTY_PROFILE,
  addedAt: 1,
  incidentCount: 7,
  health: {
    state,
    lastCompleteAt: NOW - 60_000,
    refreshing: false,
    ...(state === 'fresh' ? {} : { problem: { code: 'timeout', at: NOW, detail: 'word for word' } }),
  },
});

it('names tenant, time and count', () => {
  expect(exportHeader(tenant('fresh'), NOW)).toEqual({
    format: 'tenantry incidents',
    version: 1,
    tenantId: '11111111-1111-4111-8111-111111111111',
    tenantName: 'Åke & Söner / AB',
    exportedAt: '2026-11-27T12:00:00.000Z',
    complete: true,
    state: 'fresh',
    lastCompleteReadAt: '2026-11-27T11:59:00.000Z',
    incidents: 7,
  });
  expect(exportName(tenant('fresh'), NOW)).toBe('incidents-åke-söner-ab-2026-11-27.jsonl');
});

it.each(['partial', 'stale', 'failed', 'neverAsked', 'throttled', 'consentMissing'] as const)(
  'never looks complete when the tenant is %s',
  (state) => {
    expect(exportHeader(tenant(state), NOW)).toMatchObject({
      complete: false,
      state,
      warning: expect.stringContaining('NOT COMPLETE'),
      problem: { code: 'timeout', detail: 'word for word' },
    });
    expect(exportName(tenant(state), NOW)).toContain(`-${state}.jsonl`);
  },
);

it('does not name the tenant whose token came instead', () => {
  const one = tenant('tokenWrong');
  const problem = { code: 'wrongTenantToken', at: NOW, detail: 'The token is of tenant 22222222-2222-4222-8222-222222222222.' } as const;
  const header = exportHeader({ ...one, health: { ...one.health, problem } }, NOW);
  expect(header).toMatchObject({ complete: false, problem: { code: 'wrongTenantToken' } });
  expect(JSON.stringify(header)).not.toContain('22222222');
});
