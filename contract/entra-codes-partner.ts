import { token, type EntraRow } from './entra-row';

/** What is the partner's own to mend, and what passes by itself. */
export const PARTNER_ROWS: readonly EntraRow[] = [
  // The partner's own credential.
  token(
    'credentialWrong',
    'you',
    [7000215],
    [
      /*i18n*/ 'The client secret is not the right one. Most often the secret’s ID was copied: it looks like a GUID and stands beside the Value.',
      /*i18n*/ 'Enter the secret’s Value. It is shown only once: if it is gone, make a new secret.',
    ],
  ),
  token(
    'credentialExpired',
    'you',
    [7000222],
    [
      /*i18n*/ 'The client secret of your app is past its end date.',
      /*i18n*/ 'Make a new one under Certificates & secrets in the registration, and enter its Value.',
    ],
  ),
  token(
    'credentialMissing',
    'you',
    [7000218],
    [/*i18n*/ 'The request carried neither a secret nor a certificate.', /*i18n*/ 'Enter the client secret on the Partner app page.'],
  ),
  token(
    'credentialRejected',
    'you',
    [700027],
    [
      /*i18n*/ 'The certificate is not among those of the registration, or its signature does not verify.',
      /*i18n*/ 'Upload the certificate’s public part to the registration. Right after that it can take a minute until it counts.',
    ],
  ),
  token(
    'credentialRejected',
    'you',
    [700030],
    [
      /*i18n*/ 'The certificate’s subject is not one the registration allows.',
      /*i18n*/ 'Upload this very certificate to the registration, or use the one that is there.',
    ],
  ),
  token(
    'credentialRejected',
    'you',
    [700024, 500133, 50013],
    [
      /*i18n*/ 'The signed assertion lies outside its time. The clock of this computer is off, most likely.',
      /*i18n*/ 'Set the clock of this computer, then try again.',
    ],
  ),
  token(
    'credentialRejected',
    'you',
    [50012, 50048],
    [
      /*i18n*/ 'The signed assertion is not what Entra ID expects of this app.',
      /*i18n*/ 'Check that the certificate belongs to this registration, and try again.',
    ],
  ),

  // The partner's registration.
  token(
    'registrationFault',
    'you',
    [650056],
    [
      /*i18n*/ 'Your registration lists no permission for this API.',
      /*i18n*/ 'Add the application permissions for Microsoft Threat Protection, then have customers consent again.',
    ],
  ),
  token(
    'registrationFault',
    'you',
    [650057],
    [
      /*i18n*/ 'The API that was asked for is not among those your registration asks permission for.',
      /*i18n*/ 'Add its application permissions to the registration, then have customers consent again.',
    ],
  ),
  token(
    'registrationFault',
    'you',
    [650059],
    [
      /*i18n*/ 'Your registration is for your own tenant only.',
      /*i18n*/ 'In the registration, under Authentication, choose accounts in any organisational directory (multitenant).',
    ],
  ),
  token(
    'registrationFault',
    'you',
    [700025],
    [
      /*i18n*/ 'Your registration is set up as a public client, which may not send a secret.',
      /*i18n*/ 'Use a registration of the kind Web, without “Allow public client flows”.',
    ],
  ),
  token(
    'registrationFault',
    'you',
    [90112],
    [/*i18n*/ 'The application ID is not a GUID.', /*i18n*/ 'Enter the Application (client) ID from the registration’s Overview page.'],
  ),

  // The tenant's identifier, or its cloud.
  token(
    'tenantNotFound',
    'you',
    [90002],
    [
      /*i18n*/ 'There is no such tenant in this cloud: a slip in the ID, a tenant that was deleted, or one of another cloud.',
      /*i18n*/ 'Check the ID with the customer. Tenants of a government or the China cloud need an app of that cloud.',
    ],
  ),
  token(
    'tenantNotFound',
    'you',
    [900023],
    [/*i18n*/ 'What stands for the tenant is neither an ID nor a domain.', /*i18n*/ 'Remove the tenant here and add it again by its ID.'],
  ),
  token(
    'tenantNotFound',
    'you',
    [50059, 90019, 50128],
    [
      /*i18n*/ 'No tenant could be told from the request: the domain is not verified in any directory.',
      /*i18n*/ 'Add the customer by its tenant ID.',
    ],
  ),
  token(
    'otherCloud',
    'you',
    [90038],
    [
      /*i18n*/ 'The tenant lives in another national cloud.',
      /*i18n*/ 'Register an app in that cloud, add it as a further partner app, and link the customer to it.',
    ],
  ),
  token(
    'otherCloud',
    'you',
    [900382, 900432],
    [
      /*i18n*/ 'An app cannot get tokens for a tenant of another cloud than its own.',
      /*i18n*/ 'Register an app in that cloud, add it as a further partner app, and link the customer to it.',
    ],
  ),
  token(
    'otherCloud',
    'you',
    [90051, 50049],
    [
      /*i18n*/ 'The cloud named in the request is not one Entra ID knows.',
      /*i18n*/ 'Check which cloud the partner app is set to. With a cloud of your own, check the addresses in its file.',
    ],
  ),

  // Requests Entra ID could not make sense of: a fault of ours, or of a cloud's definition.
  token(
    'refused',
    'you',
    [70011, 28002, 28003, 700022, 700023, 1002012],
    [
      /*i18n*/ 'The scope or audience of the request is not one Entra ID takes.',
      /*i18n*/ 'With a cloud of your own, check the scope in its file: one resource followed by /.default. Otherwise report it.',
    ],
  ),
  token(
    'refused',
    'you',
    [901002],
    [
      /*i18n*/ 'The request named a resource where a scope belongs.',
      /*i18n*/ 'With a cloud of your own, check its addresses. Otherwise report it with the IDs below.',
    ],
  ),
  token(
    'refused',
    'you',
    [900144, 90014, 90013, 90023, 9002313, 90100],
    [
      /*i18n*/ 'The request lacked something, or was changed on its way.',
      /*i18n*/ 'A proxy that rewrites requests can do that. Otherwise report it with the IDs below.',
    ],
  ),
  token(
    'refused',
    'you',
    [70003, 900561, 9001023],
    [
      /*i18n*/ 'This way of asking for a token is not taken here.',
      /*i18n*/ 'With a cloud of your own, check its addresses. Otherwise report it with the IDs below.',
    ],
  ),

  // Weather.
  token(
    'serviceError',
    'microsoft',
    [50033, 90033, 90012, 90006, 90090, 90024, 50000],
    [
      /*i18n*/ 'Entra ID had a passing fault of its own.',
      /*i18n*/ 'Tenantry tries again by itself. If it stays, open a support case with the correlation and trace ID below.',
    ],
  ),
  token(
    'throttled',
    'nobody',
    [90055],
    [
      /*i18n*/ 'This tenant was asked for tokens more often than it allows.',
      /*i18n*/ 'Nothing to do: the next try waits as long as it has to.',
    ],
  ),
  token(
    'throttled',
    'nobody',
    [50196],
    [
      /*i18n*/ 'Entra ID saw the same request again and again and holds it back.',
      /*i18n*/ 'Nothing to do: Tenantry stops asking for a while. If it returns, report it.',
    ],
  ),
];
