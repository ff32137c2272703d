import { z } from 'zod';
import { huntingQuery, huntingRunId } from './hunting';
import { instant, tenantId } from './ids';

export const huntingMinutes = z.union([z.literal(15), z.literal(30), z.literal(60), z.literal(240), z.literal(720), z.literal(1440)]);

/** A query that is run by itself while Tenantry runs. */
export const huntingSchedule = z.object({
  scheduleId: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  query: huntingQuery,
  /** Empty: every tenant in the list at the time. */
  tenantIds: z.array(tenantId).max(5_000),
  everyMinutes: huntingMinutes,
  /** How far back each run looks, in hours; null: as the query says. */
  lookBackHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 30)
    .nullable(),
  enabled: z.boolean(),
});
export type HuntingSchedule = z.infer<typeof huntingSchedule>;

export const huntingScheduleState = huntingSchedule.extend({
  lastRunAt: instant.nullable(),
  /** Of this session; null: none yet. */
  lastRunId: huntingRunId.nullable(),
  /** Rows of the last run that the one before it did not have; null: there was none to compare with. */
  lastNewRows: z.number().int().nullable(),
  lastFailed: z.number().int(),
  nextRunAt: instant.nullable(),
});
export type HuntingScheduleState = z.infer<typeof huntingScheduleState>;
