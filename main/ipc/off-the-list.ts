import type { TenantId } from '../../contract/ids';
import type { Desk } from './context';

/**
 * Takes tenants off the list: whatever still asks something of them ends, what is held of them is dropped, and then they are removed, before a tenant that
 * is added again is read.
 */
export async function offTheList<T>(desk: Desk, tenantIds: readonly TenantId[], remove: () => Promise<T>): Promise<T> {
  return desk.incidents.without(tenantIds, async () => {
    for (const tenantId of tenantIds) {
      desk.consent.prober.forget(tenantId);
      await desk.hunting.leave(tenantId);
      desk.apps.forgetTenant(tenantId);
    }
    return remove();
  });
}
