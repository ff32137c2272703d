import { z } from 'zod';
import { instant, tenantId } from './ids';
import { partnerAppId } from './partner-app';
import { feature, resource, surface } from './permissions';
import { problem } from './problem';

/** Names a token Tenantry got itself: of a tenant, for an app, for an API. */
export const heldToken = z.object({ tenantId, appId: partnerAppId, resource: surface });
export type HeldToken = z.infer<typeof heldToken>;

/** A text in which a token should be. On its way to be read, and nowhere else. */
export const pastedToken = z.object({ text: z.string().max(1_000_000) });

/** One name of a token's header or claims, whatever it is. */
export const tokenEntry = z.object({
  name: z.string(),
  /** A text as it is, anything else as JSON. */
  text: z.string(),
  /** Where it is a moment. */
  at: instant.optional(),
});
export type TokenEntry = z.infer<typeof tokenEntry>;

/** Why a text could not be read as a token. */
export const tokenFault = z.object({
  code: z.enum(['empty', 'tooLong', 'opaque', 'encrypted', 'truncated', 'notBase64', 'notJson']),
  part: z.enum(['header', 'claims', 'signature']).optional(),
  /** What can be read all the same: an encrypted token's header is in the clear. */
  header: z.array(tokenEntry),
});
export type TokenFault = z.infer<typeof tokenFault>;

export const tokenFinding = z.enum([
  'wrongTenant',
  'issuerOfOtherTenant',
  'issuerUnknown',
  'expired',
  'notYetValid',
  'unsigned',
  'signatureCutOff',
  'idToken',
  'otherApp',
  'noPermissions',
]);
export type TokenFinding = z.infer<typeof tokenFinding>;

/** What the token allows of one thing Tenantry does. */
export const featureGrant = z.object({
  feature,
  /** The permission in the token that allows it, null when none does. */
  grantedBy: z.string().nullable(),
  /** Any one of these would do, the least first. */
  anyOf: z.array(z.string()),
  /** Whether the partner app is there for it; null: the token is of no partner app of this profile. */
  needed: z.boolean().nullable(),
});
export type FeatureGrant = z.infer<typeof featureGrant>;

/** Everything in a token but its signature, and what it comes to. Never the token. */
export const tokenInspection = z.object({
  inspectedAt: instant,
  header: z.array(tokenEntry),
  claims: z.array(tokenEntry),
  /** `tid`, or the tenant its issuer names. */
  tenantId: z.string().optional(),
  /** As the tenant is called in the list; absent when it is not in there. */
  tenantName: z.string().optional(),
  clientId: z.string().optional(),
  /** The partner app of this profile with that client ID. */
  appName: z.string().optional(),
  /** `aud`; usually one. */
  audiences: z.array(z.string()),
  /** The API they mean; null when none that is known. */
  resource: resource.nullable(),
  /** An app without a user, a signed-in person, or what cannot be told. */
  caller: z.enum(['app', 'user', 'unknown']),
  issuedAt: instant.optional(),
  notBefore: instant.optional(),
  expiresAt: instant.optional(),
  /** Empty for an API that has nothing to do with incidents. */
  features: z.array(featureGrant),
  /** Permissions in the token that Tenantry has no use for. */
  otherPermissions: z.array(z.string()),
  findings: z.array(tokenFinding),
  /** Tenantry refused it when it came, and does not hold it any more. */
  dropped: z.boolean(),
});
export type TokenInspection = z.infer<typeof tokenInspection>;

export const inspectionAnswer = z.discriminatedUnion('readable', [
  z.object({ readable: z.literal(true), inspection: tokenInspection }),
  z.object({ readable: z.literal(false), fault: tokenFault }),
]);
export type InspectionAnswer = z.infer<typeof inspectionAnswer>;

/** What the tenant's published keys say of a signature. A diagnosis: nothing is used or refused by it. */
export const signatureCheck = z.object({
  outcome: z.enum(['valid', 'invalid', 'unknown']),
  /** Why it could not be told. */
  why: z
    .enum(['unreachable', 'unreadable', 'dropped', 'unsigned', 'noTenant', 'issuerUnknown', 'noSuchKey', 'algorithm', 'protected'])
    .optional(),
  /** With `unreachable`: what kept the keys from being fetched. */
  problem: problem.optional(),
  /** Where the keys came from. */
  keysFrom: z.string().optional(),
});
export type SignatureCheck = z.infer<typeof signatureCheck>;
