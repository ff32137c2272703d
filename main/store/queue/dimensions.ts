import type { IncidentGrouping } from '../../../contract/incident-filter';

/** What the list is grouped by, and what the tally counts by. */
export type Dimension = IncidentGrouping;

/** The columns of `incident`, and of `incident_tally`, they stand in. */
export const COLUMN = {
  tenant: 'tenant_key',
  severity: 'severity_folded',
  status: 'status_folded',
  assignedTo: 'assigned_folded',
} as const satisfies Record<Dimension, string>;

export const DIMENSIONS = Object.keys(COLUMN) as Dimension[];

/** How many incidents have these values. The tenant by its short key, everything else folded; empty: assigned to nobody. */
export interface Count {
  tenant: number;
  severity: string;
  status: string;
  assignedTo: string;
  /** Folded, empty: not set; where it is counted by. */
  classification?: string;
  determination?: string;
  rows: number;
}

export interface TenantFacts {
  key: number;
  tenantId: string;
  nameFolded: string;
  group: string;
  /** When it was last read whole; null: never. */
  readAt: number | null;
}
