import type { Instant, TenantId } from '../../../contract/ids';
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
  reach: TenantReach[];
}

/** How far back what is stored of a tenant goes. */
export interface TenantReach {
  tenantId: TenantId;
  /** Everything that changed since then was read; 0: without a beginning. Null: not known. */
  readFrom: Instant | null;
  /** What was last updated before it was removed, at the latest time that was done; null: nothing was. */
  removedBefore: Instant | null;
  /** How many days after its last update an incident is kept; 0: without an end. */
  keepDays: number;
}

/** What the overview and reports count. */
export interface FiguresPort {
  /** Null: there is no such tenant. */
  readFigures(asked: FiguresAsked): Promise<StoredFigures | null>;
}
