import { z } from 'zod';
import { guid, instant } from './ids';
import { problem } from './problem';

/** A cloud as the page needs it: to name and choose it. Hosts stay in main. */
export const cloudSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['microsoft', 'sandbox', 'custom']),
});
export type CloudSummary = z.infer<typeof cloudSummary>;

/** The partner's multitenant app registration. The secret is not part of it. */
export const partnerApp = z.object({
  clientId: guid,
  homeTenantId: guid,
  cloud: cloudSummary,
  savedAt: instant,
  /** Where the secret is now. `missing` after a session-only start. */
  secret: z.enum(['keychain', 'session', 'missing']),
});
export type PartnerApp = z.infer<typeof partnerApp>;

export const partnerAppInput = z.object({ clientId: guid, homeTenantId: guid, cloudId: z.string().min(1).max(80) });
export type PartnerAppInput = z.infer<typeof partnerAppInput>;

/** What asking Entra for a token of the partner's own tenant showed about the credential. */
export const credentialCheck = z.object({
  outcome: z.enum(['accepted', 'refused', 'unknown']),
  problem: problem.optional(),
});
export type CredentialCheck = z.infer<typeof credentialCheck>;
