import type { Problem, ProblemCode } from '../../../contract/problem';

/**
 * What to write to a customer who has to act: who we are asking, what is wrong, the one next step, and the number its administrator can look up.
 * Plain text, in English. Null where the customer cannot do anything about it. A code without a decision does not compile.
 */
export function customerText({ code, aadsts, missingRoles }: Problem, tenantName: string): string | null {
  const body = bodyOf(code, missingRoles ?? []);
  if (body === null) return null;
  const number = aadsts === undefined ? '' : `\n\nMicrosoft’s error code: AADSTS${aadsts}.`;
  return `Hello,\n\n${body.replaceAll('{tenant}', () => tenantName)}${number}\n\nThank you.`;
}

function bodyOf(code: ProblemCode, missingRoles: readonly string[]): string | null {
  switch (code) {
    case 'consentMissing':
      return 'our security monitoring has no permission in the Microsoft Entra directory of {tenant} yet, or it was withdrawn.\n\nPlease have a Global Administrator or Privileged Role Administrator open the consent link we sent you and choose Accept.';
    case 'rolesMissing':
      return `our security monitoring is allowed in the directory of {tenant}, but it may not read the incidents in Microsoft Defender XDR${roleList(missingRoles)}.\n\nPlease have a Global Administrator or Privileged Role Administrator open the consent link we sent you once more, check that this permission is listed, and choose Accept.`;
    case 'notLicensed':
      return 'Microsoft Defender XDR is not set up in the tenant of {tenant}, or its licence has ended, so we cannot see its incidents.\n\nPlease check that a licence with Microsoft Defender XDR is active, and have an administrator open https://security.microsoft.com once: the first visit sets the service up.';
    case 'appDisabled':
      return 'our application is switched off in the directory of {tenant}, so our security monitoring is interrupted.\n\nPlease have an administrator open Microsoft Entra admin center > Enterprise applications, choose our application, and under Properties set “Enabled for users to sign-in?” to Yes.';
    case 'conditionalAccess':
      return 'a Conditional Access policy in the directory of {tenant} keeps our application from signing in, so our security monitoring is interrupted.\n\nPlease have whoever looks after Conditional Access check the policies for workload identities and leave our application out of the one that applies. The sign-in logs of Entra ID name it, under Service principal sign-ins.';
    case 'tenantBlocked':
      return 'Microsoft answers that the tenant of {tenant} is blocked or was deleted, so we cannot see its incidents.\n\nPlease tell us whether this is intended. If it is not, an administrator can open a support request with Microsoft.';
    case 'refused':
      return 'Microsoft Defender XDR refuses our requests for the incidents of {tenant}.\n\nPlease have an administrator check whether something was changed there lately: the licence, the permissions of our application, or its settings under Enterprise applications.';
    case 'tenantNotFound':
    case 'otherCloud':
    case 'wrongTenantToken':
    case 'wrongAudience':
    case 'tokenRefused':
    case 'credentialWrong':
    case 'credentialExpired':
    case 'credentialRejected':
    case 'credentialMissing':
    case 'noPartnerApp':
    case 'keychainLocked':
    case 'keychainUnavailable':
    case 'registrationFault':
    case 'throttled':
    case 'serviceError':
    case 'timeout':
    case 'unreachable':
    case 'tlsFailed':
    case 'unreadable':
    case 'unknownEntra':
    case 'storeFailed':
    case 'internal':
      return null;
  }
}

function roleList(roles: readonly string[]): string {
  return roles.length > 0 ? ` (${roles.join(' or ')})` : '';
}
