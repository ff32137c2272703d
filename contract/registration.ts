import { z } from 'zod';
import { guid, tenantId } from './ids';
import { appName, appPurpose } from './partner-app';
import { surface } from './permissions';
import { problem } from './problem';

/** What an app is to be registered as. Everything else of a registration follows from it. */
export const registrationPlan = z.object({
  /** As customers see it on the consent page. */
  name: appName,
  cloudId: z.string().min(1).max(80),
  /** Where it is to be registered; null while that is not known here. */
  homeTenantId: guid.nullable(),
  purpose: appPurpose,
});
export type RegistrationPlan = z.infer<typeof registrationPlan>;

/** Texts that register the app: a piece of its manifest, and two scripts. No secret is in any of them, and none makes one. */
export const registrationTextKind = z.enum(['manifest', 'azureCli', 'powerShell']);
export type RegistrationTextKind = z.infer<typeof registrationTextKind>;

export const registrationTexts = z.object({
  texts: z.record(registrationTextKind, z.string()),
  /** Addresses to be registered: where consents end, and where Tenantry listens for them. */
  redirectUris: z.array(z.string()),
});
export type RegistrationTexts = z.infer<typeof registrationTexts>;

/** What a registration has to have, in the order in which it is made. */
export const registrationStep = z.enum(['application', 'accountType', 'redirectUris', 'permissions', 'credential']);
export type RegistrationStep = z.infer<typeof registrationStep>;

/** How it stands with a step. `unknown`: cannot be told from here. */
export const stepState = z.enum(['ok', 'missing', 'unknown']);
export type StepState = z.infer<typeof stepState>;

/** What a probe showed, as a closed set: the page has words for each. */
export const findingCode = z.enum([
  // application
  'appSeen',
  'appNotFound',
  'homeTenantNotFound',
  'notInHomeTenant',
  'anotherApp',
  // account type
  'provenByCustomer',
  'singleTenant',
  'noCustomerYet',
  // redirect URIs
  'addressTaken',
  'addressNotRegistered',
  // permissions
  'rolesSeen',
  'rolesMissing',
  'notRequested',
  'rolesBeyondPurpose',
  // credential
  'credentialAccepted',
  'credentialNotEntered',
  'secretRefused',
  'secretExpired',
  'credentialRefused',
  // any of them
  'tokenUnreadable',
  'noAnswer',
]);
export type FindingCode = z.infer<typeof findingCode>;

export const finding = z.object({
  code: findingCode,
  state: stepState,
  /** The API it is about. */
  resource: surface.optional(),
  /** Roles it is about. */
  roles: z.array(z.string()).optional(),
  /** The redirect URI it is about. */
  address: z.string().optional(),
  /** The customer that showed it. */
  tenantId: tenantId.optional(),
  /** What Entra said. */
  problem: problem.optional(),
});
export type Finding = z.infer<typeof finding>;

export const stepResult = z.object({
  step: registrationStep,
  /** The worst of the findings: missing, then unknown, then ok. */
  state: stepState,
  findings: z.array(finding),
});
export type StepResult = z.infer<typeof stepResult>;
