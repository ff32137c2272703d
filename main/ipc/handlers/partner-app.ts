import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about the partner's own registration. The secret passes through none of them. */
export function partnerAppHandlers(
  context: IpcContext,
): HandlersOf<'partnerApp.save' | 'partnerApp.enterSecret' | 'partnerApp.check' | 'partnerApp.remove'> {
  return {
    'partnerApp.save': async (input) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      // A read that began with the old registration must not go on with tokens of the new one.
      await desk.incidents.cancelSync();
      return (await desk.partner.save(input)) ? ok(null) : fail('notFound', `There is no cloud "${input.cloudId}" in this profile`);
    },
    'partnerApp.enterSecret': async () => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!desk.partner.summary()) return NO_PARTNER_APP;
      if (!(await context.askForSecret(desk))) return fail('cancelled', 'The secret window was closed without a secret');
      return ok(await desk.partner.check());
    },
    'partnerApp.check': async () => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      return desk.partner.summary() ? ok(await desk.partner.check()) : NO_PARTNER_APP;
    },
    'partnerApp.remove': async () => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.incidents.cancelSync();
      await desk.partner.remove();
      return ok(null);
    },
  };
}
