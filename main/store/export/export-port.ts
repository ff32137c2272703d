import type { ViewExport } from '../../../contract/export';
import type { IncidentKey, Instant, TenantId } from '../../../contract/ids';
import type { SearchCoverage } from '../../../contract/sightings';
import type { TenantState } from '../../../contract/tenant';
import type { StoredIncident } from '../store-port';

/** A tenant of the view as it is when the export begins. */
export interface ExportedTenant {
  tenantId: TenantId;
  tenantName: string;
  state: TenantState;
  lastCompleteAt: Instant | null;
  /** Why it is not fresh, as a code or in the words of the service. */
  reason: string | null;
}

export interface ExportAsked extends ViewExport {
  path: string;
  at: Instant;
  /** All tenants the view is about, also those without an incident in it. */
  tenants: readonly ExportedTenant[];
}

/** What goes out of the store. */
export interface ExportPort {
  /** Rows of these incidents, in their order. Those that are not stored are left out. */
  readRows(keys: readonly IncidentKey[]): Promise<StoredIncident[]>;
  /**
   * Begins to write a view of the queue to a file, piece by piece, so that lists are answered in between. Finds out which incidents, and in which order: what
   * comes afterwards is not in the file. `search`: how much the search covers that narrows the view down, where that is not all. Throws where the file cannot
   * be written.
   */
  beginExport(asked: ExportAsked): Promise<{ exportId: number; total: number; search: SearchCoverage | null }>;
  /** Writes some more. `done`: the file is whole and there. After a failure nothing is left of it. */
  continueExport(exportId: number): Promise<{ written: number; done: boolean }>;
  /** Ends one early and leaves nothing behind. One that is not there is no error. */
  dropExport(exportId: number): Promise<void>;
}
