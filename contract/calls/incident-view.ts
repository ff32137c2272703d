import { z } from 'zod';
import { campaign } from '../campaign';
import { incidentKey, tenantId } from '../ids';
import { incidentHistory } from '../incident-history';
import { techniqueId } from '../mitre';
import { call } from './call';

/** Calls about what stands beside one incident. */
export const incidentViewCalls = {
  /** What changed in it, and when that was seen. */
  'incidents.history': call(incidentKey, incidentHistory, ['notFound', 'storeClosed']),
  /** The stored incident of this tenant, and of no other, that has the alert. */
  'incidents.ofAlert': call(z.object({ tenantId, alertId: z.string().min(1).max(500) }), incidentKey, ['notFound', 'storeClosed']),
  /** Opens the page of a technique at MITRE. */
  'incidents.openTechnique': call(z.object({ technique: techniqueId }), z.null()),
  /** Incidents of all tenants that resemble it, from what is stored. */
  'incidents.campaign': call(incidentKey, campaign, ['notFound', 'storeClosed']),
} as const;
