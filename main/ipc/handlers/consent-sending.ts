import { i18n } from '@lingui/core';
import { consentMailText } from '../../identity/consent-mail';
import { type LinkRow, linkCsv } from '../../identity/consent-csv';
import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';
import { consentLinkMaker, linksOf } from './consent-link-maker';

/** Calls that put consent links into mails and lists. */
export function consentSendingHandlers(
  context: IpcContext,
): HandlersOf<'consent.copyMail' | 'consent.exportLinks' | 'consent.mail' | 'consent.saveMail'> {
  const makeLinks = consentLinkMaker(context);
  return {
    'consent.copyMail': async ({ tenantId, appId, language }) => {
      const made = await makeLinks(tenantId, appId);
      if (!made.ok) return made;
      const desk = context.desk();
      const tenant = (await desk?.tenants.list())?.find((one) => one.tenantId === tenantId);
      const app = desk?.apps.connection(appId)?.app;
      if (!desk || !tenant || !app) return NO_PARTNER_APP;
      const words = { language, customer: tenant.displayName, clientId: app.clientId, purpose: app.purpose, link: made.value.adminV2 };
      const text = consentMailText(context.choices.consentMail(), words);
      await context.clipboard.copyText(text);
      await desk.consent.log.add(tenantId, 'linkMade', { appId, link: 'adminV2', form: 'mail' });
      return ok({ copied: text });
    },
    'consent.exportLinks': async ({ appId, tenantIds }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const wanted = new Set(tenantIds);
      const rows: LinkRow[] = [];
      for (const { tenantId, displayName, domain } of (await desk.tenants.list()).filter((tenant) => wanted.has(tenant.tenantId))) {
        const made = await linksOf(desk, tenantId, appId);
        if (!made.ok) return made;
        rows.push({ tenantId, displayName, domain: domain ?? null, link: made.value.adminV2 });
      }
      const saved = await context.dialogs.saveText({
        title: i18n.t('Save consent links'),
        name: 'consent-links.csv',
        format: 'CSV',
        extension: 'csv',
        text: linkCsv(rows),
      });
      if (saved === 'cancelled') return fail('cancelled', 'No file was chosen');
      if ('refused' in saved) return fail('notSaved', saved.refused);
      for (const { tenantId } of rows) await desk.consent.log.add(tenantId, 'linkMade', { appId, link: 'adminV2', form: 'list' });
      return ok({ count: rows.length, path: saved.path });
    },
    'consent.mail': async () => ok(context.choices.consentMail()),
    'consent.saveMail': async (mail) => {
      await context.choices.saveConsentMail(mail);
      return ok(null);
    },
  };
}
