import { z } from 'zod';
import { instant, tenantId } from './ids';
import { problem } from './problem';

/** How one tenant's read ended. */
export const syncOutcome = z.object({
  tenantId,
  result: z.enum(['complete', 'partial', 'failed', 'cancelled']),
  pages: z.number().int(),
  incidents: z.number().int(),
  problem: problem.optional(),
  finishedAt: instant,
});
export type SyncOutcome = z.infer<typeof syncOutcome>;

/** What the reading of one tenant is at. */
export const syncActivity = z.object({
  doing: z.enum(['reads', 'waitsForTurn', 'waits']),
  /** For `waits`: for its quota, as the service said, or before trying again. */
  until: instant.optional(),
});
export type SyncActivity = z.infer<typeof syncActivity>;

export const syncProgress = z.object({
  running: z.boolean(),
  tenantsTotal: z.number().int(),
  tenantsDone: z.number().int(),
  tenantsFailed: z.number().int(),
  incidentsRead: z.number().int(),
  startedAt: instant.optional(),
  finishedAt: instant.optional(),
});
export type SyncProgress = z.infer<typeof syncProgress>;
