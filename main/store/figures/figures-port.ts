import type { TenantId } from '../../../contract/ids';
import type { StoredIncident } from '../store-port';

export interface FiguresAsked {
  /** One tenant, or null for all of them. */
  tenantId: TenantId | null;
  /** The first day, in days of UTC since 1970. What lies after the last one wanted is answered too, as what is open is known as of now. */
  fromDay: number;
  /** How many of those that wait longest. */
  oldest: number;
}

/** Counts over incidents that were not merged into another one. Severities are lower-cased; days and tenants without any are left out. */
export interface StoredFigures {
  days: { day: number; severity: string; opened: number; resolved: number }[];
  /** What is open now. */
  open: { tenantId: TenantId; severity: string; incidents: number; unassigned: number }[];
  tenants: {
    tenantId: TenantId;
    opened: number;
    resolved: number;
    /** Of the resolved ones, those whose beginning is known, and the sum of what resolving them took. */
    timed: number;
    resolveMs: number;
  }[];
  /** Open and assigned to nobody, the oldest first. */
  oldest: StoredIncident[];
}

/** What the overview and reports count. */
export interface FiguresPort {
  /** Null: there is no such tenant. */
  readFigures(asked: FiguresAsked): Promise<StoredFigures | null>;
}
