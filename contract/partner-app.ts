import { z } from 'zod';
import { credential } from './credential';
import { guid, instant } from './ids';
import { feature, surface } from './permissions';
import { problem } from './problem';

/** A cloud as the page needs it: to name and choose it. Hosts stay in main. */
export const cloudSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['microsoft', 'sandbox', 'custom']),
});
export type CloudSummary = z.infer<typeof cloudSummary>;

/** Names a partner app on this computer. The client ID does not do: the same registration may be typed in wrong and mended. */
export const partnerAppId = z.string().regex(/^[\w-]{1,60}$/);
export type PartnerAppId = z.infer<typeof partnerAppId>;

/** What an app is for. It decides which permissions its registration needs, and what is missing in a token. */
export const appPurpose = z.object({ features: z.array(feature).min(1).max(3), surfaces: z.array(surface).min(1).max(2) });
export type AppPurpose = z.infer<typeof appPurpose>;

export const DEFAULT_PURPOSE: AppPurpose = { features: ['readIncidents'], surfaces: ['xdr'] };

/** One multitenant app registration of the partner. The secret is not part of it. */
export const partnerApp = z.object({
  appId: partnerAppId,
  name: z.string(),
  clientId: guid,
  homeTenantId: guid,
  cloud: cloudSummary,
  purpose: appPurpose,
  savedAt: instant,
  /** The oldest first; at most one is in use. */
  credentials: z.array(credential),
  /** Where the secret part of the credential in use is now. `missing` after a session-only start. */
  secret: credential.shape.place,
  /** A problem of this app's own credential: said once, for all its tenants. */
  problem: problem.nullable(),
});
export type PartnerApp = z.infer<typeof partnerApp>;

export const appName = z.string().trim().min(1).max(80);

export const partnerAppInput = z.object({
  /** Null: a further app. */
  appId: partnerAppId.nullable(),
  name: appName,
  clientId: guid,
  homeTenantId: guid,
  cloudId: z.string().min(1).max(80),
});
export type PartnerAppInput = z.infer<typeof partnerAppInput>;
