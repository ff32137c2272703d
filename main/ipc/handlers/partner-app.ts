import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about the partner's own registrations. No secret passes through any of them. */
export function partnerAppHandlers(
  context: IpcContext,
): HandlersOf<'partnerApp.save' | 'partnerApp.setPurpose' | 'partnerApp.check' | 'partnerApp.remove' | 'partnerApp.link'> {
  return {
    'partnerApp.save': async (input) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      // A read that began with the old registration must not go on with tokens of the new one.
      await desk.incidents.cancelSync();
      const saved = await desk.apps.save(input);
      if (saved.ok) return ok({ appId: saved.appId });
      switch (saved.why) {
        case 'noSuchCloud':
          return fail('notFound', `There is no cloud "${input.cloudId}" in this profile`);
        case 'noSuchApp':
          return fail('notFound', 'This partner app is not here any more');
        case 'alreadyThere':
          return fail('alreadyExists', 'This registration is here already, as another partner app');
      }
    },
    'partnerApp.setPurpose': async ({ appId, purpose }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      return (await desk.apps.setPurpose(appId, purpose)) ? ok(null) : NO_PARTNER_APP;
    },
    'partnerApp.check': async ({ appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const connection = desk.apps.connection(appId);
      return connection ? ok(await connection.check()) : NO_PARTNER_APP;
    },
    'partnerApp.remove': async ({ appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const app = desk.apps.connection(appId)?.app;
      await desk.incidents.cancelSync();
      if (app) await desk.audit.note('partnerAppRemoved', null, { app: app.name, clientId: app.clientId });
      await desk.apps.remove(appId);
      return ok(null);
    },
    'partnerApp.link': async ({ appId, tenantIds, linked }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      return (await desk.apps.link(appId, tenantIds, linked)) ? ok(null) : NO_PARTNER_APP;
    },
  };
}
