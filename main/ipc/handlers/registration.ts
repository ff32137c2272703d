import { i18n } from '@lingui/core';
import { TEXT_FILES } from '../../identity/registration/registration-texts';
import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const NO_SUCH_CLOUD = fail('notFound', 'There is no such cloud in this profile');

/** Calls of the registration guide: what to register, as text, and how it is registered, as Entra shows it. */
export function registrationHandlers(
  context: IpcContext,
): HandlersOf<'registration.texts' | 'registration.copy' | 'registration.save' | 'registration.check'> {
  return {
    'registration.texts': async (plan) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const made = desk.registration.texts(plan);
      return made ? ok(made) : NO_SUCH_CLOUD;
    },
    'registration.copy': async ({ plan, kind }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const text = desk.registration.texts(plan)?.texts[kind];
      if (text === undefined) return NO_SUCH_CLOUD;
      await context.clipboard.copyText(text);
      return ok(null);
    },
    'registration.save': async ({ plan, kind }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const text = desk.registration.texts(plan)?.texts[kind];
      if (text === undefined) return NO_SUCH_CLOUD;
      const { name, extension, kind: format } = TEXT_FILES[kind];
      const saved = await context.dialogs.saveText({ title: i18n.t('Save registration'), name, format, extension, text });
      if (saved === 'cancelled') return fail('cancelled', 'No file was chosen');
      if ('refused' in saved) return fail('notSaved', saved.refused);
      return ok({ path: saved.path });
    },
    'registration.check': async ({ appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const steps = await desk.registration.check(appId);
      return steps ? ok(steps) : NO_PARTNER_APP;
    },
  };
}
