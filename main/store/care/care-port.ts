import type { TenantId } from '../../../contract/ids';
import type { StoreFacts } from '../../../contract/store-care';

/** How much is stored, for how long it is kept, and how it goes. */
export interface CarePort {
  /** How much is stored, of whom, and for how long. */
  storeFacts(): Promise<StoreFacts>;
  /**
   * Says how many days after its last update an incident is kept, by default (null tenant) or for one tenant (null: as the default; 0: without an end). What is
   * older is removed behind this call. False: no such tenant.
   */
  setKeepDays(tenantId: TenantId | null, days: number | null): Promise<boolean>;
  /** Removes what was read of a tenant and keeps its entry. How many incidents went; null: no such tenant. Its read has to be ended before. */
  clearTenant(tenantId: TenantId): Promise<number | null>;
  /** Writes a tenant's incidents to a file, after a first line given. How many; null: no such tenant. Throws where the file cannot be written. */
  exportTenant(asked: { tenantId: TenantId; path: string; header: Readonly<Record<string, unknown>> }): Promise<number | null>;
}
