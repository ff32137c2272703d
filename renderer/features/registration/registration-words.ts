import { i18n } from '@lingui/core';
import type { Finding, RegistrationStep, RegistrationTextKind, StepResult, StepState } from '../../../contract/registration';
import type { Tone } from '../../ui/StateBadge';
import { SURFACE_NAMES } from '../common/permission-words';
import { problemShort } from '../common/problem-words';

export const STEP_TITLES: Readonly<Record<RegistrationStep, string>> = {
  application: /*i18n*/ 'Application',
  accountType: /*i18n*/ 'Account type',
  redirectUris: /*i18n*/ 'Redirect URIs',
  permissions: /*i18n*/ 'API permissions',
  credential: /*i18n*/ 'Client secret or certificate',
};

export const TEXT_NAMES: Readonly<Record<RegistrationTextKind, string>> = {
  manifest: 'Manifest',
  azureCli: 'Azure CLI',
  powerShell: 'Microsoft Graph (PowerShell)',
};

/** How to use each text. */
export const TEXT_HINTS: Readonly<Record<RegistrationTextKind, string>> = {
  manifest: /*i18n*/ 'For an app that is there already: put these three into its manifest, in the place of its own.',
  azureCli: /*i18n*/ 'A bash script: makes the app and installs it in your own tenant. It makes no secret.',
  powerShell: /*i18n*/ 'The same through Microsoft Graph, for PowerShell. It makes no secret.',
};

/** A step's state as a badge; null: not checked yet. */
export function stepBadge(state: StepState | null): { tone: Tone; label: string } {
  switch (state) {
    case null:
      return { tone: 'idle', label: i18n.t('Not checked') };
    case 'ok':
      return { tone: 'good', label: i18n.t('In place') };
    case 'missing':
      return { tone: 'bad', label: i18n.t('Missing') };
    case 'unknown':
      return { tone: 'warning', label: i18n.t('Cannot be checked') };
  }
}

/** The whole check in a sentence. */
export function checkSummary(steps: readonly StepResult[]): string {
  const titles = (state: StepState) => steps.filter((step) => step.state === state).map(({ step }) => i18n.t(STEP_TITLES[step]));
  const [ok, missing, unknown] = [titles('ok'), titles('missing'), titles('unknown')];
  if (ok.length === steps.length) return i18n.t('All {count} steps are in place.', { count: steps.length });
  const rest = [
    ...(missing.length > 0 ? [i18n.t('Missing: {missing}.', { missing: missing.join(', ') })] : []),
    ...(unknown.length > 0 ? [i18n.t('Cannot be checked from here: {unknown}.', { unknown: unknown.join(', ') })] : []),
  ];
  return i18n.t('{count} of {count2} steps are in place. {rest}', { count: ok.length, count2: steps.length, rest: rest.join(' ') });
}

interface FindingWords {
  text: string;
  /** What to do; null: nothing. */
  next: string | null;
}

const words = (text: string, next: string | null = null): FindingWords => ({ text, next });

/** What a finding means and what to do about it. A code without words does not compile. */
export function findingWords({ code, resource, roles = [], address = '', problem }: Finding, tenantName: string | null): FindingWords {
  const api = resource ? SURFACE_NAMES[resource] : '';
  const list = roles.join(', ');
  const customer = tenantName ?? i18n.t('a customer');
  switch (code) {
    case 'appSeen':
      return words(i18n.t('Entra gave a token of your own tenant to exactly this app.'));
    case 'appNotFound':
      return words(
        i18n.t('Your own tenant has no app with this application (client) ID.'),
        i18n.t('Compare both IDs with the Overview page of the registration, and check the cloud.'),
      );
    case 'homeTenantNotFound':
      return words(
        i18n.t('Entra knows no tenant with this home tenant ID.'),
        i18n.t('Compare it with the Overview page of the registration, and check the cloud.'),
      );
    case 'notInHomeTenant':
      return words(
        i18n.t('The app is not installed in your own tenant.'),
        i18n.t(
          'Choose “Grant admin consent” under API permissions of the registration. If it is greyed out there, compare the application (client) ID first.',
        ),
      );
    case 'anotherApp':
      return words(
        i18n.t('The token is of another app than the one entered here.'),
        i18n.t('Compare the application (client) ID with the registration.'),
      );
    case 'provenByCustomer':
      return words(i18n.t('Entra gave a token of {customer}: other organisations can use the app.', { customer }));
    case 'singleTenant':
      return words(
        i18n.t('The app can be used in your own tenant only.'),
        i18n.t('Under Authentication of the registration, set the supported account types to “Accounts in any organizational directory”.'),
      );
    case 'noCustomerYet':
      return words(
        i18n.t('Entra’s consent page for any organisation did not object, but before the sign-in that proves nothing.'),
        i18n.t('Link a customer that has consented, then check again: its token is the proof.'),
      );
    case 'addressTaken':
      return words(i18n.t('{address}: the consent page did not object.', { address }));
    case 'addressNotRegistered':
      return words(
        i18n.t('{address}: not registered.', { address }),
        i18n.t('Add it, to the letter, under Authentication of the registration, platform Web.'),
      );
    case 'rolesSeen':
      return words(i18n.t('{api}: {list} seen in a token of your own tenant.', { api, list }));
    case 'rolesMissing':
      return words(
        i18n.t('{api}: a token of your own tenant lacks {list}.', { api, list }),
        i18n.t(
          'Add what is missing as application permission, choose “Grant admin consent”, and check again after a minute. Customers that consented before have to consent again.',
        ),
      );
    case 'notRequested':
      return words(
        i18n.t('{api}: the registration asks for no permission of it.', { api }),
        i18n.t(
          'Add {list} as application permission, then choose “Grant admin consent”. Customers that consented before have to consent again.',
          { list },
        ),
      );
    case 'rolesBeyondPurpose':
      return words(
        i18n.t('{api}: also {list}, which the chosen purpose does not need.', { api, list }),
        i18n.t('Take them out of the registration, or choose what they are for.'),
      );
    case 'credentialAccepted':
      return words(i18n.t('Entra took it.'));
    case 'credentialNotEntered':
      return words(i18n.t('None is held here.'), i18n.t('Enter the client secret above.'));
    case 'secretRefused':
      return words(
        i18n.t('Entra did not take the client secret. Most often its Secret ID was copied instead of its Value.'),
        i18n.t('Enter the Value. It is shown only once: if it is gone, make a new secret under Certificates & secrets.'),
      );
    case 'secretExpired':
      return words(
        i18n.t('The client secret has expired.'),
        i18n.t('Make a new one under Certificates & secrets of the registration, and enter its Value.'),
      );
    case 'credentialRefused':
      return words(
        i18n.t('Entra did not take it.'),
        i18n.t('Read what the service said, and compare with Certificates & secrets of the registration.'),
      );
    case 'tokenUnreadable':
      return words(
        api
          ? i18n.t('{api}: a token came, but it cannot be read, so nothing can be said of what is in it.', { api })
          : i18n.t('a token came, but it cannot be read, so nothing can be said of what is in it.'),
      );
    case 'noAnswer': {
      const what = [api, address].find((one) => one !== '');
      const why = problem ? problemShort(problem.code) : i18n.t('no answer');
      return words(
        what ? i18n.t('{what}: could not be asked: {why}.', { what, why }) : i18n.t('could not be asked: {why}.', { why }),
        i18n.t('Put the other steps right first, then check again.'),
      );
    }
  }
}
