import type { TenantId } from '../../../contract/ids';
import type { Tenant } from '../../../contract/tenant';

/** Whether there is nothing to begin: this tenant, or (null) every one of them, is being read already. */
export function isBeingRead(tenants: readonly Tenant[], tenantId: TenantId | null): boolean {
  const asked = tenants.filter((tenant) => tenantId === null || tenant.tenantId === tenantId);
  return asked.length > 0 && asked.every(({ health }) => health.refreshing);
}
