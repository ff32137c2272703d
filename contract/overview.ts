import { z } from 'zod';
import { instant, tenantId } from './ids';
import { incidentRow } from './incident';
import { coverage, tenantState } from './tenant';

/** Days a period has, today among them. */
export const overviewDays = z.union([z.literal(7), z.literal(30), z.literal(90)]);
export type OverviewDays = z.infer<typeof overviewDays>;
export const OVERVIEW_DAYS: readonly OverviewDays[] = [7, 30, 90];

/** Incidents by severity, lower-cased as the service sent it. Severities without any are left out. */
export const severityCounts = z.record(z.string(), z.number().int());
export type SeverityCounts = z.infer<typeof severityCounts>;

/** One day, in UTC. */
export const dayFigures = z.object({
  /** Its beginning. */
  at: instant,
  /** Open at its end, or now where it has not ended. */
  open: severityCounts,
  opened: z.number().int(),
  resolved: z.number().int(),
});
export type DayFigures = z.infer<typeof dayFigures>;

/** One customer in the period. */
export const tenantFigures = z.object({
  tenantId,
  tenantName: z.string(),
  /** Numbers of a tenant that is not fresh may be too low, and are marked. */
  tenantState,
  /** When it was read whole last; null: never, so that nothing is known of it. */
  lastCompleteAt: instant.nullable(),
  /** Open now. */
  open: severityCounts,
  unassigned: z.number().int(),
  opened: z.number().int(),
  resolved: z.number().int(),
  /** From how many resolved incidents `meanResolveMs` is. */
  timed: z.number().int(),
  /** From beginning to resolution, in milliseconds; null: none was resolved. */
  meanResolveMs: z.number().nullable(),
});
export type TenantFigures = z.infer<typeof tenantFigures>;

/** Counts over what is stored. Incidents that were merged into another one are in none of them. */
export const overview = z.object({
  asOf: instant,
  /** The oldest first; the last one is today. */
  days: z.array(dayFigures),
  /** All of the tenants there are, also those nothing is known of. */
  tenants: z.array(tenantFigures),
  /** Over all of them, as of one. */
  total: tenantFigures.pick({ open: true, unassigned: true, opened: true, resolved: true, timed: true, meanResolveMs: true }),
  /** Open and assigned to nobody, the oldest first. */
  oldest: z.array(incidentRow),
  /** Before that, only incidents that changed later are known: reads went no further back, or what was older was removed. Null: everything there was is known. */
  knownFrom: instant.nullable(),
  coverage,
});
export type Overview = z.infer<typeof overview>;

/** Whether not all is known of a day. */
export const isUnsure = ({ at }: Pick<DayFigures, 'at'>, { knownFrom }: Pick<Overview, 'knownFrom'>): boolean =>
  knownFrom !== null && at < knownFrom;

/** The beginning of the last day not all is known of, which may be known in part; null: everything is known of all of them. */
export const lastUnsureDay = (overview: Pick<Overview, 'days' | 'knownFrom'>): number | null =>
  overview.days.findLast((day) => isUnsure(day, overview))?.at ?? null;
