import type { Actor } from '../../../contract/diagnosis';
import type { ProblemCode } from '../../../contract/problem';

export interface ProblemWords {
  title: string;
  /** Why, in plain language. */
  cause: string;
  who: Actor;
  nextStep: string;
}

const words = (who: Actor, title: string, cause: string, nextStep: string): ProblemWords => ({ title, cause, who, nextStep });

/** What a problem means and what to do about it. A code without words does not compile. */
export function problemWords(code: ProblemCode): ProblemWords {
  switch (code) {
    case 'consentMissing':
      return words(
        'customer',
        'Consent missing',
        'This customer has not allowed your partner app into its directory yet.',
        'Send the consent link to an administrator of the customer. After the consent it can take a few minutes until tokens work.',
      );
    case 'rolesMissing':
      return words(
        'customer',
        'Permission missing',
        'The customer has allowed your app, but not to read incidents: the token carries none of the roles this needs.',
        'Add Incident.Read.All (application permission) to your app registration, then have the customer consent again with the link below.',
      );
    case 'notLicensed':
      return words(
        'customer',
        'Not licensed',
        'Microsoft Defender XDR is not set up in this tenant, or its licence has ended.',
        'Ask the customer to check the licence and to open the Defender portal once, which sets the service up.',
      );
    case 'noPartnerApp':
      return words(
        'you',
        'No partner app',
        'This tenant is linked to none of your partner apps, so nothing can be asked of it.',
        'Link it to an app in its details.',
      );
    case 'appDisabled':
      return words(
        'customer',
        'App switched off',
        'Your app is in this tenant, but somebody switched it off there.',
        'Ask an administrator of the customer to set “Enabled for users to sign-in” to Yes for your app under Enterprise applications.',
      );
    case 'conditionalAccess':
      return words(
        'customer',
        'Blocked by Conditional Access',
        'A Conditional Access policy of the customer stops your app from getting a token.',
        'Ask the administrator who looks after Conditional Access to leave your app out of that policy, and show them what the service said.',
      );
    case 'tenantBlocked':
      return words(
        'customer',
        'Tenant blocked',
        'Microsoft has blocked this tenant, or it was deleted.',
        'Ask the customer. Remove the tenant here if it is gone.',
      );
    case 'tenantNotFound':
      return words(
        'you',
        'Tenant not found',
        'No directory has this ID or domain in the cloud your app is in.',
        'Check the spelling. If it is right, the customer may be in another cloud, or the domain is not verified in its directory.',
      );
    case 'otherCloud':
      return words(
        'you',
        'Tenant in another cloud',
        'This tenant exists, but in another Microsoft cloud than your partner app.',
        'Register an app in that cloud, and add the customer where that app is set up.',
      );
    case 'wrongTenantToken':
      return words(
        'microsoft',
        'Token of another tenant',
        'The token that came back belongs to another tenant than the one asked for. It was refused and not used.',
        'Get a new token. If it happens again, keep the details below and report it.',
      );
    case 'wrongAudience':
      return words(
        'microsoft',
        'Token for another service',
        'The token that came back is meant for another service than Microsoft Defender XDR. It was refused and not used.',
        'Get a new token. With a cloud of your own, check the API address in its definition file.',
      );
    case 'tokenRefused':
      return words(
        'microsoft',
        'Token not accepted',
        'The service did not accept the token, not even a new one.',
        'Check the clock of this computer and try again in a few minutes.',
      );
    case 'credentialWrong':
      return words(
        'you',
        'Client secret is wrong',
        'Microsoft does not accept the secret of your partner app. Often its ID was copied instead of its value.',
        'Enter the secret’s Value again, or make a new secret in the app registration.',
      );
    case 'credentialExpired':
      return words(
        'you',
        'Client secret has expired',
        'The secret of your partner app is past its end date. No tenant can be read until there is a new one.',
        'Make a new secret under Certificates & secrets in the app registration, and enter its Value.',
      );
    case 'credentialRejected':
      return words(
        'you',
        'Credential not accepted',
        'Microsoft does not accept the credential of your partner app.',
        'Read what the service said, and check the app registration.',
      );
    case 'credentialMissing':
      return words(
        'you',
        'No credential',
        'Tenantry holds no secret and no certificate for your partner app, so it cannot get tokens.',
        'Enter the client secret, or import or make a certificate, on the Partner app page.',
      );
    case 'signInNeeded':
      return words(
        'you',
        'Sign in to Azure Key Vault',
        'The credential of your partner app is in Azure Key Vault and was not read in this session.',
        'Sign in on the Partner app page; Tenantry then holds it in memory until it closes.',
      );
    case 'keychainLocked':
      return words(
        'you',
        'Keychain is locked',
        'The keychain of this computer is locked, so the credential cannot be read.',
        'Unlock it (signing in again often does) and try again.',
      );
    case 'keychainUnavailable':
      return words(
        'you',
        'No keychain',
        'The keychain of this computer does not answer, so the credential cannot be read.',
        'Start the keychain service and try again, or go on with the credential in memory only.',
      );
    case 'registrationFault':
      return words(
        'you',
        'App registration needs a change',
        'Your app registration is not set up for customers’ tenants. It may be single-tenant, or lack the permission for Microsoft Threat Protection.',
        'Check in the registration: accounts in any organisational directory, and the application permission Incident.Read.All.',
      );
    case 'throttled':
      return words(
        'nobody',
        'Microsoft asks us to wait',
        'This tenant was asked more often than its limits allow.',
        'Nothing to do: the next read waits as long as the service asked for.',
      );
    case 'serviceError':
      return words(
        'microsoft',
        'Service error',
        'Microsoft’s service answered with an error of its own.',
        'Try again in a few minutes. If it stays, look at the service health of the customer’s Microsoft 365.',
      );
    case 'timeout':
      return words(
        'nobody',
        'No answer in time',
        'The service did not answer within the time we wait.',
        'Refresh again. If it keeps happening, check the network and the proxy.',
      );
    case 'unreachable':
      return words(
        'you',
        'Not reachable',
        'No connection to the service. This computer may be offline.',
        'Check the network, VPN and proxy. Until then you see what was read last.',
      );
    case 'tlsFailed':
      return words(
        'you',
        'Connection not trusted',
        'The certificate of the other side is not trusted by this computer, so nothing was sent.',
        'Often a proxy that opens TLS is in between: have its root certificate installed by whoever runs the network.',
      );
    case 'unreadable':
      return words(
        'microsoft',
        'Answer not readable',
        'What came back is not what this service normally answers. A proxy or a sign-in page in between can do that.',
        'Try again. If it stays, look at what the service said below.',
      );
    case 'refused':
      return words(
        'customer',
        'Request refused',
        'The service refused the request.',
        'Read what the service said below: it names the reason.',
      );
    case 'unknownEntra':
      return words(
        'you',
        'Refused by Entra ID',
        'Entra ID refused with a code Tenantry has no words for.',
        'Read what the service said below, or look its AADSTS number up in Microsoft’s list of error codes.',
      );
    case 'storeFailed':
      return words(
        'you',
        'Not stored',
        'What was read could not be written to the store of this computer.',
        'Check the free space on the disk, then read again.',
      );
    case 'internal':
      return words(
        'nobody',
        'Something went wrong here',
        'That is a fault of Tenantry, not of the customer.',
        'Try again. If it stays, report it with the correlation ID below.',
      );
  }
}

/** A problem's title inside a sentence: "3 failed: 2 unreachable". */
export function problemShort(code: ProblemCode): string {
  if (code === 'unreachable') return 'unreachable';
  const { title } = problemWords(code);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** "You need to act", for the line over a problem. */
export function actorWords(who: Actor): string {
  switch (who) {
    case 'you':
      return 'Yours to do';
    case 'customer':
      return 'The customer has to act';
    case 'microsoft':
      return 'On the service’s side';
    case 'nobody':
      return 'Nobody has to act';
  }
}
