import { expect, it } from 'vitest';
import type { Tenant } from '../../../../contract/tenant';
import { isBeingRead } from '../../../../renderer/features/common/being-read';

const tenant = (tenantId: string, refreshing: boolean) => ({ tenantId, health: { state: 'fresh', refreshing } }) as Tenant;

it('a tenant can be read while another is, and all of them while one of them is', () => {
  const tenants = [tenant('slow', true), tenant('idle', false)];
  expect(isBeingRead(tenants, 'slow')).toBe(true);
  expect(isBeingRead(tenants, 'idle')).toBe(false);
  expect(isBeingRead(tenants, null)).toBe(false);
  expect(isBeingRead([tenant('slow', true)], null)).toBe(true);
  expect(isBeingRead([], null)).toBe(false);
});
