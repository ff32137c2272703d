import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

export const NO_SUCH_INCIDENT = fail('notFound', 'This incident is not stored');

/** Calls that read incidents from the customers and from the store. */
export function incidentHandlers(
  context: IpcContext,
): HandlersOf<
  | 'incidents.sync'
  | 'incidents.cancelSync'
  | 'incidents.list'
  | 'incidents.outside'
  | 'incidents.choices'
  | 'incidents.look'
  | 'incidents.get'
  | 'incidents.raw'
  | 'incidents.seenIn'
  | 'incidents.openPortal'
> {
  return {
    'incidents.sync': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (desk.apps.summaries().length === 0) return NO_PARTNER_APP;
      if (tenantId !== null && !(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      return ok(await desk.incidents.sync(tenantId));
    },
    'incidents.cancelSync': async ({ tenantId }) => {
      await context.desk()?.incidents.cancelSync(tenantId);
      return ok(null);
    },
    'incidents.list': async (query) => {
      const desk = context.desk();
      return desk ? ok(await desk.incidents.list(query)) : STORE_CLOSED;
    },
    'incidents.outside': async ({ list, incidents }) => {
      const desk = context.desk();
      return desk ? ok(await desk.incidents.outside(list, incidents)) : STORE_CLOSED;
    },
    'incidents.choices': async ({ text }) => {
      const desk = context.desk();
      return desk ? ok(await desk.incidents.choices(text)) : STORE_CLOSED;
    },
    'incidents.look': async ({ incident }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      await desk.incidents.look(incident);
      desk.notifications.soon();
      return ok(null);
    },
    'incidents.get': async (key) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const detail = await desk.incidents.detail(key);
      return detail ? ok(detail) : NO_SUCH_INCIDENT;
    },
    'incidents.raw': async (key) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const raw = await desk.incidents.raw(key);
      return raw === null ? NO_SUCH_INCIDENT : ok(raw);
    },
    'incidents.seenIn': async ({ observables }) => {
      const desk = context.desk();
      return desk ? ok(await desk.incidents.seenIn(observables)) : STORE_CLOSED;
    },
    'incidents.openPortal': async (key) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const detail = await desk.incidents.detail(key);
      if (!detail?.portalUrl) return NO_SUCH_INCIDENT;
      await context.openLink(detail.portalUrl);
      return ok(null);
    },
  };
}
