import type { Diagnosis } from './diagnosis';

/**
 * Refusals of the Defender XDR API and of Graph that say something particular. Sources: "Common Microsoft Defender XDR REST API error codes"
 * (Microsoft Learn) for the codes, field reports for the texts. The words are our own.
 */
export const API_REFUSALS = {
  missingRoles: {
    code: 'rolesMissing',
    who: 'customer',
    cause: /*i18n*/ 'The API wants a role that this token does not carry: the permission was added after the customer consented, or never.',
    nextStep: /*i18n*/ 'Check that your registration asks for it as an application permission, then have the customer consent again.',
    ask: 'consentAgain',
  },
  accountInactive: {
    code: 'notLicensed',
    who: 'customer',
    cause: /*i18n*/ 'The customer’s Defender account is inactive: the subscription has ended, or the service was never opened.',
    nextStep: /*i18n*/ 'Ask the customer to check the licence and to open the Defender portal once. The token is fine.',
    ask: 'licence',
  },
  notProvisioned: {
    code: 'notLicensed',
    who: 'customer',
    cause: /*i18n*/ 'Defender XDR has never been set up in this tenant.',
    nextStep: /*i18n*/ 'Ask an administrator of the customer to open the Defender portal once: the first visit sets it up.',
    ask: 'licence',
  },
  noLicence: {
    code: 'notLicensed',
    who: 'customer',
    cause: /*i18n*/ 'The customer has no licence for the part of Defender that was asked for.',
    nextStep: /*i18n*/ 'Ask the customer which Defender licences it has.',
    ask: 'licence',
  },
  featureDisabled: {
    code: 'notLicensed',
    who: 'customer',
    cause: /*i18n*/ 'The feature behind this API is switched off in the customer’s Defender settings.',
    nextStep: /*i18n*/ 'Ask the customer to switch it on in the Defender portal, under Settings.',
    ask: 'settings',
  },
  operationDisallowed: {
    code: 'refused',
    who: 'customer',
    cause: /*i18n*/ 'The customer’s tenant does not allow this operation.',
    nextStep: /*i18n*/ 'Read what the service said: it names the reason.',
    ask: 'settings',
  },
  wrongAudience: {
    code: 'wrongAudience',
    who: 'you',
    cause: /*i18n*/ 'The API does not take this token, because it was made for another API.',
    nextStep: /*i18n*/ 'Get a new token. With a cloud of your own, check the scope in its file.',
  },
  tokenNotAccepted: {
    code: 'tokenRefused',
    who: 'microsoft',
    cause: /*i18n*/ 'The API does not accept the token, though it is new.',
    nextStep: /*i18n*/ 'Check the clock of this computer and try again in a few minutes.',
  },
  quotaExceeded: {
    code: 'throttled',
    who: 'nobody',
    cause: /*i18n*/ 'This tenant’s quota of calls is used up for the moment.',
    nextStep: /*i18n*/ 'Nothing to do: the next call waits as long as the service asked for.',
  },
  serverError: {
    code: 'serviceError',
    who: 'microsoft',
    cause: /*i18n*/ 'Microsoft’s API answered with an error of its own.',
    nextStep: /*i18n*/ 'Tenantry tries again. If it stays, open a support case with the ID below.',
  },
  queryRefused: {
    code: 'refused',
    who: 'you',
    cause: /*i18n*/ 'The API did not take the query.',
    nextStep: /*i18n*/ 'That is a fault of Tenantry or of a cloud of your own: report it with what the service said.',
  },
  notFound: {
    code: 'refused',
    who: 'you',
    cause: /*i18n*/ 'The API does not know the address or the object that was asked for.',
    nextStep: /*i18n*/ 'With a cloud of your own, check the API address in its file.',
  },
  webPage: {
    code: 'unreadable',
    who: 'you',
    cause: /*i18n*/ 'A web page came back in place of an answer: a proxy, a sign-in page of the network, or a gateway’s error page.',
    nextStep: /*i18n*/ 'Open a browser and see whether the network wants a sign-in, then try again.',
  },
} as const satisfies Record<string, Diagnosis>;

export type ApiRefusal = keyof typeof API_REFUSALS;
export const API_REFUSAL_NAMES = Object.keys(API_REFUSALS) as [ApiRefusal, ...ApiRefusal[]];
