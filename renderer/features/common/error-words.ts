import { i18n } from '@lingui/core';
import type { CallError } from '../../../contract/result';
import { diagnose } from './diagnosis';

export interface ErrorWords {
  title: string;
  text: string;
}

/** Words for a call that did not do what was asked. A code without words does not compile. */
export function errorWords({ code, problem, correlationId }: CallError): ErrorWords {
  switch (code) {
    case 'internal':
      return {
        title: i18n.t('Something went wrong in Tenantry'),
        text: correlationId
          ? i18n.t('Try again. If it stays, report it with this ID: {correlationId}', { correlationId })
          : i18n.t('Try again. If it stays, restart Tenantry.'),
      };
    case 'badInput':
      return { title: i18n.t('That cannot be used'), text: i18n.t('Check what was entered or chosen, and try again.') };
    case 'notFound':
      return { title: i18n.t('No longer there'), text: i18n.t('It was removed or changed in the meantime.') };
    case 'alreadyExists':
      return { title: i18n.t('Already in the list'), text: i18n.t('It was added before.') };
    case 'noPartnerApp':
      return {
        title: i18n.t('No partner app yet'),
        text: i18n.t('Enter your app registration and its secret on the Partner app page first.'),
      };
    case 'cancelled':
      return { title: i18n.t('Cancelled'), text: i18n.t('Nothing was changed.') };
    case 'storeClosed':
      return { title: i18n.t('The store is not open'), text: i18n.t('See the notice at the top of the window.') };
    case 'notSaved':
      return { title: i18n.t('Not saved'), text: i18n.t('The file could not be written there. Choose another folder.') };
    case 'noClipboard':
      return {
        title: i18n.t('Not copied'),
        text: i18n.t('The clipboard of this computer did not take it. Close what may be holding the clipboard, and try again.'),
      };
    case 'notProven':
      return { title: i18n.t('Not switched'), text: i18n.t('The credential was not proven, or too long ago. Prove it again first.') };
    case 'problem': {
      if (!problem) return { title: i18n.t('It did not work'), text: i18n.t('The service refused without a reason.') };
      const { title, cause, nextStep } = diagnose(problem);
      return { title, text: `${cause} ${nextStep}` };
    }
  }
}
