import { z } from 'zod';
import { instant, tenantId } from './ids';
import { searchCoverage } from './sightings';

/** Days incidents are kept after their last update. As a tenant's own, 0: kept without an end whatever the default says. */
export const keepDays = z.number().int().min(0).max(36_500);

/** What was removed because it was older than it is kept. */
export const removal = z.object({
  tenantId,
  tenantName: z.string(),
  at: instant,
  /** Incidents last updated before this went. */
  olderThan: instant,
  incidents: z.number().int(),
  /** Of those, how many were not resolved. */
  unresolved: z.number().int(),
});
export type Removal = z.infer<typeof removal>;

export const storedSize = z.object({
  tenantId,
  incidents: z.number().int(),
  /** What the service's answers take, compressed. */
  bytes: z.number().int(),
  /** Null: as the default. */
  keepDays: keepDays.nullable(),
});
export type StoredSize = z.infer<typeof storedSize>;

/** How much is stored, and for how long. */
export const storeFacts = z.object({
  /** On disk, the write-ahead log included; of a store in memory, in memory. */
  bytes: z.number().int(),
  /** Of those, free inside the file: used before it grows. */
  freeBytes: z.number().int(),
  incidents: z.number().int(),
  search: searchCoverage,
  /** The default; null: without an end. */
  keepDays: keepDays.nullable(),
  /** Largest first. */
  tenants: z.array(storedSize),
  /** Newest first. */
  removals: z.array(removal),
});
export type StoreFacts = z.infer<typeof storeFacts>;

/** How moving aside a store that cannot be opened ended. Null path: it stayed where it is. */
export const movedAside = z.object({ path: z.string().nullable(), detail: z.string().optional() });

/** How writing the incidents of a tenant to a file ended. */
export const tenantExportAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), fileName: z.string(), incidents: z.number().int() }),
  z.object({ outcome: z.literal('refused'), fileName: z.string(), detail: z.string() }),
]);
