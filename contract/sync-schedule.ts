import { z } from 'zod';
import { instant, tenantId } from './ids';
import { surface } from './permissions';
import { groupName } from './tenant-profile';

/** Minutes from one read of a tenant to the next; 0: only when somebody asks. */
export const pollMinutes = z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(30), z.literal(60), z.literal(240)]);
export type PollMinutes = z.infer<typeof pollMinutes>;
export const POLL_CHOICES: readonly PollMinutes[] = [0, 5, 15, 30, 60, 240];

/** Days a first read goes back; null: everything there is. */
export const windowDays = z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(180), z.null()]);
export type WindowDays = z.infer<typeof windowDays>;
export const WINDOW_CHOICES: readonly WindowDays[] = [7, 30, 90, 180, null];

/** When and how far tenants are read by themselves. Kept in the store of the profile: it names groups of customers. */
export const syncSchedule = z.object({
  everyMinutes: pollMinutes.catch(5),
  windowDays: windowDays.catch(30),
  /** Groups that are read at another pace. */
  groups: z.record(groupName.min(1), pollMinutes).catch({}),
  /** Since when nothing is read at all; null: reading goes on. */
  pausedAt: instant.nullable().catch(null),
  /** Tenants that are not read by themselves, and since when. */
  pausedTenants: z.record(tenantId, instant).catch({}),
});
export type SyncSchedule = z.infer<typeof syncSchedule>;

/** The calls of a tenant over one surface, as this computer counted them. */
export const quotaUse = z.object({
  surface,
  lastMinute: z.number().int(),
  perMinute: z.number().int(),
  lastHour: z.number().int(),
  perHour: z.number().int(),
  /** Null: a call may be made now. */
  nextCallAt: instant.nullable(),
});
export type QuotaUse = z.infer<typeof quotaUse>;
