import { z } from 'zod';
import { instant, tenantId } from './ids';
import { coverage, tenantState } from './tenant';

/** Of how many stored incidents a search knows titles of alerts and values. The rest is taken in behind the reading. */
export const searchCoverage = z.object({ searchable: z.number().int(), total: z.number().int() });
export type SearchCoverage = z.infer<typeof searchCoverage>;

/** The most incidents one answer names; counts are of all. */
export const SIGHTINGS_SHOWN = 100;

/** Where a value was seen, over all tenants. Instants are when the incidents were created. */
export const sightings = z.object({
  /** Tenants by their last sighting, newest first. */
  tenants: z.array(
    z.object({
      tenantId,
      tenantName: z.string(),
      /** A tenant that was not read whole may have seen it more often. */
      tenantState,
      incidents: z.number().int(),
      firstSeenAt: instant.nullable(),
      lastSeenAt: instant.nullable(),
    }),
  ),
  /** The newest of the incidents, at most SIGHTINGS_SHOWN. */
  incidents: z.array(
    z.object({
      tenantId,
      incidentId: z.string(),
      name: z.string(),
      severity: z.string(),
      status: z.string(),
      createdAt: instant.nullable(),
    }),
  ),
  search: searchCoverage,
  /** Of all tenants: one that could not be read may have seen it too. */
  coverage,
});
export type Sightings = z.infer<typeof sightings>;
