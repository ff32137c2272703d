import { i18n } from '@lingui/core';
import { guid } from '../../../contract/ids';
import type { PartnerAppId, PartnerAppInput } from '../../../contract/partner-app';

/** What the form holds while it is typed. */
export interface PartnerAppForm {
  name: string;
  clientId: string;
  homeTenantId: string;
  cloudId: string;
}

/** What is wrong with the application ID, in a sentence that helps; null when nothing is. */
export function clientIdProblem(typed: string): string | null {
  return idProblem(typed, i18n.t('application (client) ID'), i18n.t('It is on the Overview page of the app registration.'));
}

/** What is wrong with the home tenant ID; null when nothing is. */
export function homeTenantProblem(typed: string, clientId: string): string | null {
  const shape = idProblem(
    typed,
    i18n.t('directory (tenant) ID'),
    i18n.t('It is on the Overview page of the app registration, below the application ID.'),
  );
  if (shape) return shape;
  const same = guid.safeParse(typed).data === guid.safeParse(clientId).data;
  return same
    ? i18n.t('Both IDs are the same. One is the app’s, the other your own tenant’s: both are on the Overview page of the app registration.')
    : null;
}

/** The form as the contract takes it, or null while something is wrong with it. */
export function partnerAppInputOf(
  { name, clientId, homeTenantId, cloudId }: PartnerAppForm,
  appId: PartnerAppId | null,
): PartnerAppInput | null {
  if (clientIdProblem(clientId) || homeTenantProblem(homeTenantId, clientId) || !cloudId || name.trim() === '') return null;
  return { appId, name: name.trim(), clientId: guid.parse(clientId), homeTenantId: guid.parse(homeTenantId), cloudId };
}

function idProblem(typed: string, name: string, where: string): string | null {
  const text = typed.trim();
  if (text === '') return i18n.t('Enter the {name}. {where}', { name, where });
  if (guid.safeParse(text).success) return null;
  if (text.includes('~') || (/^[^-.\s]{30,}$/.test(text) && !/^[0-9a-f]+$/i.test(text))) {
    return i18n.t('That looks like a client secret. It does not belong here: enter the {name}; the secret is asked for later.', { name });
  }
  if (text.includes('.') && !text.includes(' ')) {
    return i18n.t('That looks like a domain. Enter the {name}, such as 8ee8fdad-f234-4243-8f3b-15c294843740.', { name });
  }
  if (/^\{?[0-9a-f-]+\}?$/i.test(text))
    return i18n.t('That is not a whole ID: it has 32 letters and digits in five groups. {where}', { where });
  return i18n.t('That is not an ID: an ID looks like 8ee8fdad-f234-4243-8f3b-15c294843740. {where}', { where });
}
