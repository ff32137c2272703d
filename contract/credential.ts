import { z } from 'zod';
import { instant } from './ids';
import { problem } from './problem';

/** Names a credential of a partner app on this computer. */
export const credentialId = z.string().regex(/^[\w-]{1,60}$/);
export type CredentialId = z.infer<typeof credentialId>;

/** What is public of a certificate. */
export const certificateFacts = z.object({
  subject: z.string(),
  /** SHA-1 in capitals, by which the registration lists it. */
  thumbprint: z.string(),
  /** SHA-256 in capitals, by which Tenantry names it when it signs. */
  thumbprintSha256: z.string(),
  validFrom: instant,
  validTo: instant,
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

/** What kind of credential it is, with what may be shown of it. */
export const credentialSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret') }),
  z.object({ kind: z.literal('certificate'), certificate: certificateFacts }),
]);
export type CredentialSource = z.infer<typeof credentialSource>;

/** One credential of a partner app, without anything secret. */
export const credential = z.object({
  credentialId,
  source: credentialSource,
  addedAt: instant,
  /** Read from the certificate, or typed in; null: nobody said. */
  expiresAt: instant.nullable(),
  /** The one tokens are asked for with. */
  inUse: z.boolean(),
  /** Where its secret part is now. */
  place: z.enum(['keychain', 'session', 'missing']),
});
export type Credential = z.infer<typeof credential>;

/** Why a chosen file is no certificate credential. */
export const certificateFault = z.enum([
  'notACertificate',
  'unreadable',
  'tooLarge',
  'unsupported',
  'wrongPassword',
  'noKey',
  'noCertificate',
  'keyMismatch',
  'notRsa',
  'expired',
  'notYetValid',
]);
export type CertificateFault = z.infer<typeof certificateFault>;

/** What came of choosing files with a certificate. */
export const certificateImport = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('added'), credentialId }),
  z.object({ outcome: z.literal('refused'), fault: certificateFault, files: z.array(z.string()) }),
]);
export type CertificateImport = z.infer<typeof certificateImport>;

/** How long a certificate made here is valid. */
export const certificateMonths = z.union([z.literal(6), z.literal(12), z.literal(24)]);
export type CertificateMonths = z.infer<typeof certificateMonths>;

/** What asking Entra for a token of the partner's own tenant showed about the credential. */
export const credentialCheck = z.object({
  outcome: z.enum(['accepted', 'refused', 'unknown']),
  problem: problem.optional(),
});
export type CredentialCheck = z.infer<typeof credentialCheck>;
