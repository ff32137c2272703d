import { z } from 'zod';
import { tenantId } from './ids';
import { overviewDays } from './overview';
import { MAX_IMPORT_ROWS } from './tenant-files';

export const reportFormat = z.enum(['html', 'pdf']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** One report for each of these customers, in each of these forms. */
export const reportWish = z.object({
  tenantIds: z.array(tenantId).min(1).max(MAX_IMPORT_ROWS),
  days: overviewDays,
  formats: z.array(reportFormat).min(1).max(reportFormat.options.length),
});
export type ReportWish = z.infer<typeof reportWish>;

export const reportAnswer = z.object({
  /** Name of the folder they are in. */
  folder: z.string(),
  files: z.number().int(),
  /** Customers that were not read whole lately: their reports say so. */
  notWhole: z.number().int(),
  /** Customers without one, and why. */
  failed: z.array(z.object({ tenantName: z.string(), detail: z.string() })),
  /** It was called off: the files written until then are there. */
  cancelled: z.boolean(),
});
export type ReportAnswer = z.infer<typeof reportAnswer>;
