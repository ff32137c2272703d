import { i18n } from '@lingui/core';
import type { Actor } from '../../../contract/diagnosis';
import type { ProblemCode } from '../../../contract/problem';
import { PROBLEM_TITLES } from '../../../contract/problem-titles';

export interface ProblemWords {
  title: string;
  /** Why, in plain language. */
  cause: string;
  who: Actor;
  nextStep: string;
}

type Remedy = Omit<ProblemWords, 'title'>;

const words = (who: Actor, cause: string, nextStep: string): Remedy => ({ cause, who, nextStep });

/** What a problem means and what to do about it. A code without words does not compile. */
export function problemWords(code: ProblemCode): ProblemWords {
  return { title: i18n.t(PROBLEM_TITLES[code]), ...remedy(code) };
}

function remedy(code: ProblemCode): Remedy {
  switch (code) {
    case 'consentMissing':
      return words(
        'customer',
        i18n.t('This customer has not allowed your partner app into its directory yet.'),
        i18n.t('Send the consent link to an administrator of the customer. After the consent it can take a few minutes until tokens work.'),
      );
    case 'rolesMissing':
      return words(
        'customer',
        i18n.t('The customer has allowed your app, but not to read incidents: the token carries none of the roles this needs.'),
        i18n.t(
          'Add Incident.Read.All (application permission) to your app registration, then have the customer consent again with the link below.',
        ),
      );
    case 'notLicensed':
      return words(
        'customer',
        i18n.t('Microsoft Defender XDR is not set up in this tenant, or its licence has ended.'),
        i18n.t('Ask the customer to check the licence and to open the Defender portal once, which sets the service up.'),
      );
    case 'noPartnerApp':
      return words(
        'you',
        i18n.t('This tenant is linked to none of your partner apps, so nothing can be asked of it.'),
        i18n.t('Link it to an app in its details.'),
      );
    case 'appDisabled':
      return words(
        'customer',
        i18n.t('Your app is in this tenant, but somebody switched it off there.'),
        i18n.t(
          'Ask an administrator of the customer to set “Enabled for users to sign-in” to Yes for your app under Enterprise applications.',
        ),
      );
    case 'conditionalAccess':
      return words(
        'customer',
        i18n.t('A Conditional Access policy of the customer stops your app from getting a token.'),
        i18n.t(
          'Ask the administrator who looks after Conditional Access to leave your app out of that policy, and show them what the service said.',
        ),
      );
    case 'tenantBlocked':
      return words(
        'customer',
        i18n.t('Microsoft has blocked this tenant, or it was deleted.'),
        i18n.t('Ask the customer. Remove the tenant here if it is gone.'),
      );
    case 'tenantNotFound':
      return words(
        'you',
        i18n.t('No directory has this ID or domain in the cloud your app is in.'),
        i18n.t('Check the spelling. If it is right, the customer may be in another cloud, or the domain is not verified in its directory.'),
      );
    case 'otherCloud':
      return words(
        'you',
        i18n.t('This tenant exists, but in another Microsoft cloud than your partner app.'),
        i18n.t('Register an app in that cloud, and add the customer where that app is set up.'),
      );
    case 'wrongTenantToken':
      return words(
        'microsoft',
        i18n.t('The token that came back belongs to another tenant than the one asked for. It was refused and not used.'),
        i18n.t('Get a new token. If it happens again, keep the details below and report it.'),
      );
    case 'wrongAudience':
      return words(
        'microsoft',
        i18n.t('The token that came back is meant for another service than Microsoft Defender XDR. It was refused and not used.'),
        i18n.t('Get a new token. With a cloud of your own, check the API address in its definition file.'),
      );
    case 'tokenRefused':
      return words(
        'microsoft',
        i18n.t('The service did not accept the token, not even a new one.'),
        i18n.t('Check the clock of this computer and try again in a few minutes.'),
      );
    case 'credentialWrong':
      return words(
        'you',
        i18n.t('Microsoft does not accept the secret of your partner app. Often its ID was copied instead of its value.'),
        i18n.t('Enter the secret’s Value again, or make a new secret in the app registration.'),
      );
    case 'credentialExpired':
      return words(
        'you',
        i18n.t('The secret of your partner app is past its end date. No tenant can be read until there is a new one.'),
        i18n.t('Make a new secret under Certificates & secrets in the app registration, and enter its Value.'),
      );
    case 'credentialRejected':
      return words(
        'you',
        i18n.t('Microsoft does not accept the credential of your partner app.'),
        i18n.t('Read what the service said, and check the app registration.'),
      );
    case 'credentialMissing':
      return words(
        'you',
        i18n.t('Tenantry holds no secret and no certificate for your partner app, so it cannot get tokens.'),
        i18n.t('Enter the client secret, or import or make a certificate, on the Partner app page.'),
      );
    case 'signInNeeded':
      return words(
        'you',
        i18n.t('The credential of your partner app is in Azure Key Vault and was not read in this session.'),
        i18n.t('Sign in on the Partner app page; Tenantry then holds it in memory until it closes.'),
      );
    case 'keychainLocked':
      return words(
        'you',
        i18n.t('The keychain of this computer is locked, so the credential cannot be read.'),
        i18n.t('Unlock it (signing in again often does) and try again.'),
      );
    case 'keychainUnavailable':
      return words(
        'you',
        i18n.t('The keychain of this computer does not answer, so the credential cannot be read.'),
        i18n.t('Start the keychain service and try again, or go on with the credential in memory only.'),
      );
    case 'registrationFault':
      return words(
        'you',
        i18n.t(
          'Your app registration is not set up for customers’ tenants. It may be single-tenant, or lack the permission for Microsoft Threat Protection.',
        ),
        i18n.t('Check in the registration: accounts in any organisational directory, and the application permission Incident.Read.All.'),
      );
    case 'throttled':
      return words(
        'nobody',
        i18n.t('This tenant was asked more often than its limits allow.'),
        i18n.t('Nothing to do: the next read waits as long as the service asked for.'),
      );
    case 'serviceError':
      return words(
        'microsoft',
        i18n.t('Microsoft’s service answered with an error of its own.'),
        i18n.t('Try again in a few minutes. If it stays, look at the service health of the customer’s Microsoft 365.'),
      );
    case 'timeout':
      return words(
        'nobody',
        i18n.t('The service did not answer within the time we wait.'),
        i18n.t('Refresh again. If it keeps happening, check the network and the proxy.'),
      );
    case 'unreachable':
      return words(
        'you',
        i18n.t('No connection to the service. This computer may be offline.'),
        i18n.t('Check the network, VPN and proxy. Until then you see what was read last.'),
      );
    case 'proxySignIn':
      return words(
        'you',
        i18n.t('The proxy of this network asks for a user name and password, and lets nothing through without.'),
        i18n.t('Sign in at the proxy: Tenantry asks in a small window of its own, and reads again after it.'),
      );
    case 'tlsFailed':
      return words(
        'you',
        i18n.t('The certificate of the other side is not trusted by this computer, so nothing was sent.'),
        i18n.t('Often a proxy that opens TLS is in between: have its root certificate installed by whoever runs the network.'),
      );
    case 'unreadable':
      return words(
        'microsoft',
        i18n.t('What came back is not what this service normally answers. A proxy or a sign-in page in between can do that.'),
        i18n.t('Try again. If it stays, look at what the service said below.'),
      );
    case 'refused':
      return words(
        'customer',
        i18n.t('The service refused the request.'),
        i18n.t('Read what the service said below: it names the reason.'),
      );
    case 'unknownEntra':
      return words(
        'you',
        i18n.t('Entra ID refused with a code Tenantry has no words for.'),
        i18n.t('Read what the service said below, or look its AADSTS number up in Microsoft’s list of error codes.'),
      );
    case 'targetUnread':
      return words(
        'nobody',
        i18n.t(
          'The list was read whole, but an incident that others were merged into could not be read. What is merged into it is shown without it.',
        ),
        i18n.t('Tenantry asks for it again at growing distances. Open it in the Defender portal meanwhile.'),
      );
    case 'storeFailed':
      return words(
        'you',
        i18n.t('What was read could not be written to the store of this computer.'),
        i18n.t('Check the free space on the disk, then read again.'),
      );
    case 'internal':
      return words(
        'nobody',
        i18n.t('That is a fault of Tenantry, not of the customer.'),
        i18n.t('Try again. If it stays, report it with the correlation ID below.'),
      );
  }
}

/** A problem's title inside a sentence: "3 failed: 2 unreachable". */
export function problemShort(code: ProblemCode): string {
  if (code === 'unreachable') return i18n.t('unreachable');
  const { title } = problemWords(code);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** "You need to act", for the line over a problem. */
export function actorWords(who: Actor): string {
  switch (who) {
    case 'you':
      return i18n.t('Yours to do');
    case 'customer':
      return i18n.t('The customer has to act');
    case 'microsoft':
      return i18n.t('On the service’s side');
    case 'nobody':
      return i18n.t('Nobody has to act');
  }
}
