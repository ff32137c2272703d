import { z } from 'zod';
import { instant, tenantId } from './ids';
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

/** Where a secret is in Azure Key Vault. */
export const keyVaultReference = z.object({
  vaultUrl: z.string(),
  secretName: z.string(),
  /** Null: the newest. */
  version: z.string().nullable(),
});
export type KeyVaultReference = z.infer<typeof keyVaultReference>;

/** What kind of credential it is, with what may be shown of it. */
export const credentialSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret') }),
  z.object({ kind: z.literal('certificate'), certificate: certificateFacts }),
  z.object({ kind: z.literal('keyVault'), reference: keyVaultReference }),
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
  /** Where its secret part is now. `keyVault`: there only, not read in this session yet. */
  place: z.enum(['keychain', 'session', 'keyVault', 'missing']),
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

/** Why a credential did not come from Key Vault. */
export const keyVaultFault = z.enum([
  'badIdentifier',
  'otherCloud',
  'noSignIn',
  'signInFailed',
  'unreachable',
  'forbidden',
  'notFound',
  'disabled',
  'refused',
  'notACredential',
]);
export type KeyVaultFault = z.infer<typeof keyVaultFault>;

/** What came of reading from Key Vault. `detail`: what the service or the SDK said, word for word. */
export const keyVaultRead = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), credentialId }),
  z.object({ outcome: z.literal('refused'), fault: keyVaultFault, detail: z.string().optional() }),
]);
export type KeyVaultRead = z.infer<typeof keyVaultRead>;

/** How long a certificate made here is valid. */
export const certificateMonths = z.union([z.literal(6), z.literal(12), z.literal(24)]);
export type CertificateMonths = z.infer<typeof certificateMonths>;

/** What asking Entra for a token of the partner's own tenant showed about the credential. */
export const credentialCheck = z.object({
  outcome: z.enum(['accepted', 'refused', 'unknown']),
  problem: problem.optional(),
});
export type CredentialCheck = z.infer<typeof credentialCheck>;

/** Whether a credential that is not in use yet does what it has to: asked for with it, of the own tenant and of one customer. */
export const credentialProof = z.object({
  at: instant,
  home: credentialCheck,
  /** Null: no customer is linked to the app. */
  customer: z.object({ tenantId, check: credentialCheck }).nullable(),
  /** Both were accepted: it may be switched to. */
  good: z.boolean(),
});
export type CredentialProof = z.infer<typeof credentialProof>;
