import { z } from 'zod';

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
  'signInNeeded',
  'keychainLocked',
  'keychainUnavailable',
  'registrationFault',
  // weather
  'throttled',
  'serviceError',
  'timeout',
  'unreachable',
  'proxySignIn',
  'tlsFailed',
  'unreadable',
  'targetUnread',
  // the rest, shown word for word
  'refused',
  'unknownEntra',
  'storeFailed',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;
