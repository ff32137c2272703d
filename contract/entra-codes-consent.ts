import { consent, type EntraRow } from './entra-row';

const OWN_ACCOUNT =
  /*i18n*/ 'Send the link again, to be opened in a private browser window with an administrator account of the customer’s own directory.';

/** What ends on the consent page, in front of the customer's administrator. */
export const CONSENT_ROWS: readonly EntraRow[] = [
  // The administrator's side of the consent page.
  consent(
    'consentMissing',
    'customer',
    [65004],
    [
      /*i18n*/ 'The administrator chose Cancel instead of Accept on the consent page.',
      /*i18n*/ 'Ask what held them back, explain what each permission is for, and send the link again: it is still good.',
    ],
    'consent',
  ),
  consent(
    'consentMissing',
    'customer',
    [90094],
    [/*i18n*/ 'Whoever opened the link may not consent for the organisation: an administrator has to.', OWN_ACCOUNT],
    'consentAsAdmin',
  ),
  consent(
    'consentMissing',
    'customer',
    [90095],
    [
      /*i18n*/ 'The consent was turned into a request that waits for an administrator of the customer.',
      /*i18n*/ 'Ask the customer to approve it under Enterprise applications, Admin consent requests.',
    ],
    'approveRequest',
  ),
  consent(
    'consentMissing',
    'customer',
    [50020, 50034, 51004],
    [/*i18n*/ 'The link was opened with an account that is not in the customer’s directory.', OWN_ACCOUNT],
    'consentAsAdmin',
  ),
  consent(
    'consentMissing',
    'customer',
    [500207, 500208],
    [/*i18n*/ 'The link was opened with a personal account, or one of a kind that cannot consent for an organisation.', OWN_ACCOUNT],
    'consentAsAdmin',
  ),
  consent(
    'consentMissing',
    'customer',
    [16000],
    [/*i18n*/ 'Several accounts were signed in, and none of them belongs to the customer’s directory.', OWN_ACCOUNT],
    'consentAsAdmin',
  ),
  consent(
    'conditionalAccess',
    'customer',
    [50105],
    [
      /*i18n*/ 'The customer lets only assigned users work with your app, and the one who signed in is not assigned.',
      /*i18n*/ 'Have the customer assign that administrator to your app, or set “Assignment required” to No.',
    ],
    'assignment',
  ),
  consent(
    'conditionalAccess',
    'customer',
    [50074, 50076, 50079, 50158],
    [
      /*i18n*/ 'The administrator has to pass a second factor or another check before consenting, and did not.',
      /*i18n*/ 'Ask the administrator to sign in again and to complete the check, then to open the link once more.',
    ],
    'signInRules',
  ),
  consent(
    'conditionalAccess',
    'customer',
    [53000, 53001, 53002, 530032, 530035],
    [
      /*i18n*/ 'The customer’s rules ask for a managed or compliant device, and the link was opened on another one.',
      /*i18n*/ 'Ask the administrator to open the link on a device the customer manages.',
    ],
    'signInRules',
  ),
  consent(
    'conditionalAccess',
    'customer',
    [53004, 53011, 50005, 50131],
    [
      /*i18n*/ 'The sign-in was stopped as risky, or from a place or platform the customer does not allow.',
      /*i18n*/ 'Ask the administrator to sign in from the usual place, and to clear the risk in Entra ID Protection first.',
    ],
    'signInRules',
  ),
  consent(
    'conditionalAccess',
    'you',
    [530034],
    [
      /*i18n*/ 'Your own administrator was stopped: the sign-in of a delegated administrator is seen as risky in your home tenant.',
      /*i18n*/ 'Have your own security team clear the risk of that user, then open the link again.',
    ],
  ),
  consent(
    'notLicensed',
    'customer',
    [650052],
    [
      /*i18n*/ 'The customer has not subscribed to Microsoft Defender XDR, or never switched it on, so there is nothing to consent to.',
      /*i18n*/ 'Ask the customer to check the licence and to open the Defender portal once, then to open the link again.',
    ],
    'licence',
  ),
  consent(
    'registrationFault',
    'you',
    [50011],
    [
      /*i18n*/ 'The address the link ends at is not among the redirect URIs of your registration.',
      /*i18n*/ 'Add exactly that address to the registration as a Web redirect URI, or copy another link.',
    ],
  ),
  consent(
    'registrationFault',
    'you',
    [50194],
    [
      /*i18n*/ 'Your registration is for one tenant only, and the link was for any.',
      /*i18n*/ 'In the registration, under Authentication, choose accounts in any organisational directory.',
    ],
  ),
];
