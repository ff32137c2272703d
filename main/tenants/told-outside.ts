import type { Problem } from '../../contract/problem';

/**
 * What is said of a tenant's problem in a file that may be sent to its customer; null: nothing in words. A token of another tenant is named with that
 * tenant, which may be another customer.
 */
export function toldOutside({ code, detail }: Problem): string | null {
  return code === 'wrongTenantToken' ? null : (detail ?? null);
}
