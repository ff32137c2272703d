import { z } from 'zod';
import { instant, tenantId } from './ids';
import { observableKind } from './observable';
import { searchCoverage } from './sightings';
import { coverage, tenantState } from './tenant';

/** The most incidents one answer names; counts are of all. */
export const CAMPAIGN_SHOWN = 100;

/** An incident that may belong to the same attack as another one. */
export const similarIncident = z.object({
  tenantId,
  tenantName: z.string(),
  /** A tenant that was not read whole may have more of them. */
  tenantState,
  incidentId: z.string(),
  name: z.string(),
  severity: z.string(),
  status: z.string(),
  createdAt: instant.nullable(),
  sameTitle: z.boolean(),
  /** An alert of the same rule is in both. */
  sameDetector: z.boolean(),
  /** How many things were seen in both: a file's name and its hashes are one. */
  shared: z.number().int(),
});
export type SimilarIncident = z.infer<typeof similarIncident>;

/** Incidents of all tenants that resemble one, and why. */
export const campaign = z.object({
  /** The most alike first, at most CAMPAIGN_SHOWN. */
  incidents: z.array(similarIncident),
  /** Of all, without the incident itself. */
  total: z.number().int(),
  /** Customers with one of them, that of the incident itself counted in. */
  tenants: z.number().int(),
  sameTitle: z.number().int(),
  sameDetector: z.number().int(),
  /** How many things they share altogether. */
  things: z.number().int(),
  /** Values of the incident that were seen in others, the most widely seen first. */
  shared: z.array(z.object({ kind: observableKind, value: z.string(), incidents: z.number().int(), tenants: z.number().int() })),
  search: searchCoverage,
  /** Of all tenants. */
  coverage,
});
export type Campaign = z.infer<typeof campaign>;
