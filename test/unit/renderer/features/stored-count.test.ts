import { describe, expect, test } from 'vitest';
import type { Tenant } from '../../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import { storedCount, storedTotal } from '../../../../renderer/features/common/state-words';
import '../../../support/words';

const tenant = (incidentCount: number, lastCompleteAt?: number): Tenant => ({
  tenantId: '00000000-0000-4000-8000-000000000001',
  displayName: 'Alpha',
  appIds: [],
  profile: EMPTY_PROFILE,
  addedAt: 0,
  incidentCount,
  health: { state: 'fresh', refreshing: false, ...(lastCompleteAt === undefined ? {} : { lastCompleteAt }) },
});

describe('how many incidents are stored', () => {
  test('is no number for a tenant that was never read whole', () => {
    expect(storedCount(tenant(0))).toBe('–');
    expect(storedCount(tenant(0, 1))).toBe('0');
    expect(storedCount(tenant(1234))).toBe('1,234');
  });

  test('is no number for all of them where nobody was read', () => {
    expect(storedTotal([tenant(0), tenant(0)])).toBe('–');
    expect(storedTotal([tenant(0), tenant(0, 1)])).toBe('0');
    expect(storedTotal([tenant(0), tenant(2000, 1)])).toBe('2,000');
  });
});
