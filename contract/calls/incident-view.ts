import { z } from 'zod';
import { campaign } from '../campaign';
import { incidentKey } from '../ids';
import { incidentHistory } from '../incident-history';
import { techniqueId } from '../mitre';
import { call } from './call';

/** Calls about what stands beside one incident. */
export const incidentViewCalls = {
  /** What changed in it, and when that was seen. */
  'incidents.history': call(incidentKey, incidentHistory, ['notFound', 'storeClosed']),
  /** Opens the page of a technique at MITRE. */
  'incidents.openTechnique': call(z.object({ technique: techniqueId }), z.null()),
  /** Incidents of all tenants that resemble it, from what is stored. */
  'incidents.campaign': call(incidentKey, campaign, ['notFound', 'storeClosed']),
} as const;
