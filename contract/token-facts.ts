import { z } from 'zod';
import { instant, tenantId } from './ids';
import { feature, surface } from './permissions';
import { problem } from './problem';

/** What a token says about itself. Never the token. */
export const tokenFacts = z.object({
  /** The tenant it was asked for. */
  tenantId,
  /** The API it was asked for. */
  resource: surface,
  /** `tid` of the token; absent when the token could not be read (tokens are opaque to clients by Microsoft's own rule). */
  tokenTenantId: z.string().optional(),
  audience: z.string().optional(),
  issuer: z.string().optional(),
  appId: z.string().optional(),
  /** 1.0 or 2.0: decided by the resource, not by the endpoint. */
  version: z.string().optional(),
  roles: z.array(z.string()),
  /** Roles for reading incidents of which the token has none: any one of them would do. Empty when it can read. */
  missingRoles: z.array(z.string()),
  /** What the partner app is for on this API and the token does not allow. */
  lacking: z.array(feature),
  notBefore: instant.optional(),
  expiresAt: instant,
  obtainedAt: instant,
  fromCache: z.boolean(),
  /** Findings that do not block, such as a token that cannot be decoded or an unexpected issuer. */
  warnings: z.array(z.enum(['undecodable', 'issuerUnexpected', 'appUnexpected', 'clockSkew', 'noRoles'])),
  /** Set when the token must not be used. */
  problem: problem.optional(),
});
export type TokenFacts = z.infer<typeof tokenFacts>;
