import type { TenantId } from '../../contract/ids';

/** Which tables tenants were seen to have, or to lack. Kept in memory: licences come and go. */
export class TableMemory {
  readonly #known = new Map<string, Map<TenantId, boolean>>();

  note(tenantId: TenantId, tables: readonly string[], there: boolean): void {
    for (const table of tables) {
      const tenants = this.#known.get(table) ?? new Map<TenantId, boolean>();
      tenants.set(tenantId, there);
      this.#known.set(table, tenants);
    }
  }

  /** Of these tables those the tenant lacked when it was last asked. */
  missing(tenantId: TenantId, tables: readonly string[]): string[] {
    return tables.filter((table) => this.#known.get(table)?.get(tenantId) === false);
  }
}
