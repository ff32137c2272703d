import type { ConsentMail, MailLanguage } from '../../contract/consent';
import type { AppPurpose } from '../../contract/partner-app';
import { type Feature, leastRoles } from '../../contract/permissions';

/** What the mail says until somebody writes it anew. */
export const DEFAULT_MAIL: ConsentMail = {
  appName: '',
  templates: {
    en: {
      subject: 'Permission for our security monitoring of {customer}',
      body: `Hello,

so that we can watch over the security incidents of {customer} in Microsoft Defender XDR, our application {app} needs the consent of an administrator in your Microsoft Entra directory.

What it asks for: {roles}. It works without a signed-in user and gets no passwords and no mailboxes.

Please have a Global Administrator or Privileged Role Administrator open this link, compare the name and the permission, and choose Accept:

{link}

The link is made for your directory only. You can withdraw the consent at any time in Entra ID under Enterprise applications.

If an error is shown, please send us its text together with the address in your browser.

Kind regards`,
    },
    sv: {
      subject: 'Godkännande för vår säkerhetsövervakning av {customer}',
      body: `Hej!

För att vi ska kunna bevaka säkerhetsincidenter hos {customer} i Microsoft Defender XDR behöver vår applikation {app} ett godkännande av en administratör i er Microsoft Entra-katalog.

Det den ber om: {roles}. Den arbetar utan inloggad användare och får varken lösenord eller postlådor.

Be en global administratör eller en administratör för privilegierade roller att öppna länken, kontrollera namnet och behörigheten och välja Acceptera:

{link}

Länken gäller bara er katalog. Ni kan när som helst återkalla godkännandet i Entra ID under Företagsprogram.

Om ett fel visas, skicka gärna feltexten till oss tillsammans med adressen i webbläsaren.

Med vänliga hälsningar`,
    },
  },
};

/** What a role allows, by the furthest of its features. */
const ALLOWS: Record<MailLanguage, Record<Feature, string>> = {
  en: { readIncidents: 'read all incidents', updateIncidents: 'read and update all incidents', hunt: 'run hunting queries' },
  sv: { readIncidents: 'läsa alla incidenter', updateIncidents: 'läsa och uppdatera alla incidenter', hunt: 'köra jaktfrågor' },
};

/** The permissions that an app for this purpose asks for, with what each allows. */
function rolesText({ features, surfaces }: AppPurpose, language: MailLanguage): string {
  const roles = surfaces.flatMap((surface) => leastRoles(features, surface));
  return roles.map(({ role, features: allowed }) => `${role} (${ALLOWS[language][allowed.at(-1) ?? 'readIncidents']})`).join(', ');
}

/** Subject and text, ready to paste. A name written in a value is not looked at again, so a customer called "{link}" stays one. */
export function consentMailText(
  mail: ConsentMail,
  parts: { language: MailLanguage; customer: string; clientId: string; purpose: AppPurpose; link: string },
): string {
  const { language, customer, clientId, purpose, link } = parts;
  const values: Record<string, string> = {
    customer: customer.replace(/\s+/g, ' ').trim(),
    app: mail.appName || `(ID ${clientId})`,
    roles: rolesText(purpose, language),
    link,
  };
  const { subject, body } = mail.templates[language];
  const fill = (text: string) => text.replace(/\{(customer|app|roles|link)\}/g, (whole, name: string) => values[name] ?? whole);
  const heading = { en: 'Subject', sv: 'Ämne' }[language];
  return `${heading}: ${fill(subject).replace(/\s+/g, ' ')}\n\n${fill(body)}\n`;
}
