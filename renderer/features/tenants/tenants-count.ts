import { i18n } from '@lingui/core';
/** "1 tenant", "1,200 tenants". */
export function tenantsCount(count: number): string {
  return i18n.t('{count, plural, one {# tenant} other {# tenants}}', { count });
}
