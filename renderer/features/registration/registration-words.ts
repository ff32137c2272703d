import type { Finding, RegistrationStep, RegistrationTextKind, StepResult, StepState } from '../../../contract/registration';
import type { Tone } from '../../ui/StateBadge';
import { SURFACE_NAMES } from '../common/permission-words';
import { problemShort } from '../common/problem-words';

export const STEP_TITLES: Readonly<Record<RegistrationStep, string>> = {
  application: 'Application',
  accountType: 'Account type',
  redirectUris: 'Redirect URIs',
  permissions: 'API permissions',
  credential: 'Client secret or certificate',
};

export const TEXT_NAMES: Readonly<Record<RegistrationTextKind, string>> = {
  manifest: 'Manifest',
  azureCli: 'Azure CLI',
  powerShell: 'Microsoft Graph (PowerShell)',
};

/** How to use each text. */
export const TEXT_HINTS: Readonly<Record<RegistrationTextKind, string>> = {
  manifest: 'For an app that is there already: put these three into its manifest, in the place of its own.',
  azureCli: 'A bash script: makes the app and installs it in your own tenant. It makes no secret.',
  powerShell: 'The same through Microsoft Graph, for PowerShell. It makes no secret.',
};

/** A step's state as a badge; null: not checked yet. */
export function stepBadge(state: StepState | null): { tone: Tone; label: string } {
  switch (state) {
    case null:
      return { tone: 'idle', label: 'Not checked' };
    case 'ok':
      return { tone: 'good', label: 'In place' };
    case 'missing':
      return { tone: 'bad', label: 'Missing' };
    case 'unknown':
      return { tone: 'warning', label: 'Cannot be checked' };
  }
}

/** The whole check in a sentence. */
export function checkSummary(steps: readonly StepResult[]): string {
  const titles = (state: StepState) => steps.filter((step) => step.state === state).map(({ step }) => STEP_TITLES[step]);
  const [ok, missing, unknown] = [titles('ok'), titles('missing'), titles('unknown')];
  if (ok.length === steps.length) return `All ${steps.length} steps are in place.`;
  const rest = [
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
    ...(unknown.length > 0 ? [`Cannot be checked from here: ${unknown.join(', ')}.`] : []),
  ];
  return `${ok.length} of ${steps.length} steps are in place. ${rest.join(' ')}`;
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
  const customer = tenantName ?? 'a customer';
  switch (code) {
    case 'appSeen':
      return words('Entra gave a token of your own tenant to exactly this app.');
    case 'appNotFound':
      return words(
        'Your own tenant has no app with this application (client) ID.',
        'Compare both IDs with the Overview page of the registration, and check the cloud.',
      );
    case 'homeTenantNotFound':
      return words(
        'Entra knows no tenant with this home tenant ID.',
        'Compare it with the Overview page of the registration, and check the cloud.',
      );
    case 'notInHomeTenant':
      return words(
        'The app is not installed in your own tenant.',
        'Choose “Grant admin consent” under API permissions of the registration. If it is greyed out there, compare the application (client) ID first.',
      );
    case 'anotherApp':
      return words('The token is of another app than the one entered here.', 'Compare the application (client) ID with the registration.');
    case 'provenByCustomer':
      return words(`Entra gave a token of ${customer}: other organisations can use the app.`);
    case 'singleTenant':
      return words(
        'The app can be used in your own tenant only.',
        'Under Authentication of the registration, set the supported account types to “Accounts in any organizational directory”.',
      );
    case 'noCustomerYet':
      return words(
        'Entra’s consent page for any organisation did not object, but before the sign-in that proves nothing.',
        'Link a customer that has consented, then check again: its token is the proof.',
      );
    case 'addressTaken':
      return words(`${address}: the consent page did not object.`);
    case 'addressNotRegistered':
      return words(`${address}: not registered.`, 'Add it, to the letter, under Authentication of the registration, platform Web.');
    case 'rolesSeen':
      return words(`${api}: ${list} seen in a token of your own tenant.`);
    case 'rolesMissing':
      return words(
        `${api}: a token of your own tenant lacks ${list}.`,
        'Add what is missing as application permission, choose “Grant admin consent”, and check again after a minute. Customers that consented before have to consent again.',
      );
    case 'notRequested':
      return words(
        `${api}: the registration asks for no permission of it.`,
        `Add ${list} as application permission, then choose “Grant admin consent”. Customers that consented before have to consent again.`,
      );
    case 'rolesBeyondPurpose':
      return words(
        `${api}: also ${list}, which the chosen purpose does not need.`,
        'Take them out of the registration, or choose what they are for.',
      );
    case 'credentialAccepted':
      return words('Entra took it.');
    case 'credentialNotEntered':
      return words('None is held here.', 'Enter the client secret above.');
    case 'secretRefused':
      return words(
        'Entra did not take the client secret. Most often its Secret ID was copied instead of its Value.',
        'Enter the Value. It is shown only once: if it is gone, make a new secret under Certificates & secrets.',
      );
    case 'secretExpired':
      return words(
        'The client secret has expired.',
        'Make a new one under Certificates & secrets of the registration, and enter its Value.',
      );
    case 'credentialRefused':
      return words('Entra did not take it.', 'Read what the service said, and compare with Certificates & secrets of the registration.');
    case 'tokenUnreadable':
      return words(`${api ? `${api}: ` : ''}a token came, but it cannot be read, so nothing can be said of what is in it.`);
    case 'noAnswer': {
      const what = [api, address].find((one) => one !== '');
      const why = problem ? problemShort(problem.code) : 'no answer';
      return words(`${what ? `${what}: ` : ''}could not be asked: ${why}.`, 'Put the other steps right first, then check again.');
    }
  }
}
