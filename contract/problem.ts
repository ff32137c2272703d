import { z } from 'zod';
import { instant } from './ids';

/**
 * Everything that can be wrong with a tenant, a credential or a request, as a closed set.
 * The page turns a code into words and a next step; main adds what the service said, word for word.
 */
export const problemCode = z.enum([
  // the customer has to act
  'consentMissing',
  'rolesMissing',
  'notLicensed',
  'appDisabled',
  'conditionalAccess',
  'tenantBlocked',
  // the tenant's entry here is wrong
  'tenantNotFound',
  'otherCloud',
  // the token is not what was asked for
  'wrongTenantToken',
  'wrongAudience',
  'tokenRefused',
  // the partner has to act; said once for all tenants
  'credentialWrong',
  'credentialExpired',
  'credentialRejected',
  'credentialMissing',
  'noPartnerApp',
  'keychainLocked',
  'keychainUnavailable',
  'registrationFault',
  // weather
  'throttled',
  'serviceError',
  'timeout',
  'unreachable',
  'tlsFailed',
  'unreadable',
  // the rest, shown word for word
  'refused',
  'unknownEntra',
  'storeFailed',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** Problems of the partner's own credential or registration: they hit every tenant alike and are shown once. */
export const GLOBAL_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'credentialWrong',
  'credentialExpired',
  'credentialRejected',
  'credentialMissing',
  'keychainLocked',
  'keychainUnavailable',
  'registrationFault',
]);

export const problem = z.object({
  code: problemCode,
  /** When it was seen. */
  at: instant,
  /** What the service said, word for word, never with a secret in it. Plain text, to be shown as text. */
  detail: z.string().optional(),
  /** Number behind "AADSTS", for example 7000229. */
  aadsts: z.number().int().optional(),
  httpStatus: z.number().int().optional(),
  traceId: z.string().optional(),
  correlationId: z.string().optional(),
  /** Roles the call needs and the token lacks. Any one of them is enough. */
  missingRoles: z.array(z.string()).optional(),
  /** Not before this instant, where the service said so. */
  retryAt: instant.optional(),
});
export type Problem = z.infer<typeof problem>;
