import type { Tenant } from './tenants';

/** Tenants by ID and by verified domain, upper or lower case alike. */
export class Directory {
  private readonly byName = new Map<string, Tenant>();

  constructor(readonly tenants: readonly Tenant[]) {
    for (const tenant of tenants) {
      for (const name of [tenant.tenantId, tenant.domain, tenant.initialDomain]) this.byName.set(name.toLowerCase(), tenant);
    }
  }

  /** The tenant behind a GUID or domain, deleted ones included. */
  find(name: string): Tenant | undefined {
    return this.byName.get(name.toLowerCase());
  }

  /** The same for the control, where an unknown tenant is a mistake of the test. */
  mustFind(tenantId: string): Tenant {
    const tenant = this.find(tenantId);
    if (!tenant) throw new RangeError(`no such tenant in the sandbox: ${tenantId}`);
    return tenant;
  }
}
