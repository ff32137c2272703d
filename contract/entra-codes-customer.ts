import { token, type EntraRow } from './entra-row';

const AGAIN = /*i18n*/ 'Wait a few minutes and try again: Tenantry does so by itself after a consent.';

/** What a customer's tenant answers: no consent, no service, something switched off, a policy. */
export const CUSTOMER_ROWS: readonly EntraRow[] = [
  // The app is not in the customer's directory.
  token(
    'consentMissing',
    'customer',
    [7000229],
    [
      /*i18n*/ 'Your app has no service principal in this tenant: nobody there has consented to it yet, or the consent was taken back.',
      /*i18n*/ 'Send the consent link to an administrator of the customer. After the consent it can take some minutes until tokens come.',
    ],
    'consent',
  ),
  token(
    'consentMissing',
    'customer',
    [700016, 700011],
    [
      /*i18n*/ 'Entra ID does not find your app in this directory: it was never consented to, or the application ID belongs to another cloud.',
      /*i18n*/ 'Check that the application ID on the Partner app page is right, then send the consent link.',
    ],
    'consent',
  ),
  token(
    'consentMissing',
    'customer',
    [65001],
    [
      /*i18n*/ 'Nobody in this tenant has consented to the permissions your app asks for.',
      /*i18n*/ 'Send the consent link to an administrator of the customer.',
    ],
    'consent',
  ),
  token(
    'consentMissing',
    'nobody',
    [650051],
    [/*i18n*/ 'The service principal of your app is just being made in this tenant, or was made twice at the same moment.', AGAIN],
  ),
  token(
    'consentMissing',
    'you',
    [90099],
    [
      /*i18n*/ 'Your app has not been authorised in this tenant for partners with delegated administration.',
      /*i18n*/ 'Have an administrator of the customer open the consent link, or consent for it through Partner Center.',
    ],
    'consent',
  ),
  token(
    'rolesMissing',
    'customer',
    [501051],
    [
      /*i18n*/ 'Your app is in this tenant, but no application role is assigned to it there.',
      /*i18n*/ 'Check that the permissions are application permissions in your registration, then have the customer consent again.',
    ],
    'consentAgain',
  ),

  // The API is not in the customer's tenant.
  token(
    'notLicensed',
    'customer',
    [500011],
    [
      /*i18n*/ 'The service behind the API (Microsoft Threat Protection) does not exist in this tenant: Defender XDR was never set up there.',
      /*i18n*/ 'Ask the customer to check the licence and to open the Defender portal once, which sets the service up.',
    ],
    'licence',
  ),
  token(
    'notLicensed',
    'customer',
    [500014],
    [
      /*i18n*/ 'The service behind the API is switched off in this tenant: its subscription lapsed, or somebody disabled it.',
      /*i18n*/ 'Ask the customer to renew the licence, or to enable Microsoft Threat Protection under Enterprise applications.',
    ],
    'enableService',
  ),
  token(
    'notLicensed',
    'customer',
    [650054],
    [
      /*i18n*/ 'The API was removed from this tenant after the consent.',
      /*i18n*/ 'Ask the customer whether Defender XDR was given up. If not, have it set up and consent again.',
    ],
    'licence',
  ),
  token(
    'notLicensed',
    'customer',
    [50001],
    [
      /*i18n*/ 'The API is disabled in this tenant or unknown to it.',
      /*i18n*/ 'Ask the customer to check the licence and to open the Defender portal once. With a cloud of your own, check the scope in its file.',
    ],
    'licence',
  ),

  // The app or the tenant is switched off.
  token(
    'appDisabled',
    'customer',
    [7000112],
    [
      /*i18n*/ 'Your app is in this tenant, but somebody switched it off: “Enabled for users to sign-in” is set to No.',
      /*i18n*/ 'Ask an administrator of the customer to set it to Yes, under Enterprise applications.',
    ],
    'enableApp',
  ),
  token(
    'appDisabled',
    'customer',
    [70001],
    [
      /*i18n*/ 'The application is disabled in this directory.',
      /*i18n*/ 'Ask an administrator of the customer to enable it. If it hits every customer, look at your own registration.',
    ],
    'enableApp',
  ),
  token(
    'appDisabled',
    'customer',
    [1000031],
    [
      /*i18n*/ 'Your app cannot be used in this tenant at the moment.',
      /*i18n*/ 'Ask an administrator of the customer to look at it under Enterprise applications. It may have been blocked there.',
    ],
    'enableApp',
  ),
  token(
    'tenantBlocked',
    'customer',
    [5000224],
    [/*i18n*/ 'Microsoft has blocked this tenant, or it was deleted.', /*i18n*/ 'Ask the customer. Remove the tenant here if it is gone.'],
    'tenantBlocked',
  ),

  // The customer's policies stop the app itself.
  token(
    'conditionalAccess',
    'customer',
    [53003],
    [
      /*i18n*/ 'A Conditional Access policy of the customer does not let your app have a token.',
      /*i18n*/ 'Ask whoever looks after Conditional Access to leave your app out of that policy.',
    ],
    'conditionalAccess',
  ),
  token(
    'conditionalAccess',
    'customer',
    [500021, 500022],
    [
      /*i18n*/ 'Tenant restrictions on the way do not allow this tenant. A proxy of your network or the customer’s sets them.',
      /*i18n*/ 'Have the network team add the tenant to the restriction list.',
    ],
    'crossTenant',
  ),
  token(
    'conditionalAccess',
    'customer',
    [500212, 500213],
    [
      /*i18n*/ 'The cross-tenant access settings of one of the two tenants do not allow it.',
      /*i18n*/ 'Have the external collaboration settings checked, on the customer’s side and on yours.',
    ],
    'crossTenant',
  ),
  token(
    'conditionalAccess',
    'customer',
    [50002],
    [
      /*i18n*/ 'The sign-in is not allowed from this network: access is restricted by the customer’s proxy.',
      /*i18n*/ 'Have the customer’s network team allow your app.',
    ],
    'crossTenant',
  ),
];
