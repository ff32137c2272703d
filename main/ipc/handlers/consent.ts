import type { HandlersOf } from '../handlers';
import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import { ok } from '../outcome';
import { consentLinkMaker, NO_LISTENER } from './consent-link-maker';

/** Calls that make, copy and open a tenant's consent links, and follow what comes of them. */
export function consentHandlers(
  context: IpcContext,
): HandlersOf<
  | 'consent.links'
  | 'consent.copy'
  | 'consent.open'
  | 'consent.markSent'
  | 'consent.history'
  | 'consent.takeAddress'
  | 'consent.probe'
  | 'consent.cancelProbe'
> {
  const linksOf = consentLinkMaker(context);
  return {
    'consent.links': async ({ tenantId }) => linksOf(tenantId),
    'consent.copy': async ({ tenantId, kind }) => {
      const made = await linksOf(tenantId);
      if (!made.ok) return made;
      const link = made.value[kind];
      if (link === null) return NO_LISTENER;
      await context.copyText(link);
      await context.desk()?.consent.log.add(tenantId, 'linkMade', { link: kind });
      return ok({ copied: link });
    },
    'consent.open': async ({ tenantId, kind }) => {
      const made = await linksOf(tenantId);
      if (!made.ok) return made;
      const link = made.value[kind];
      if (link === null) return NO_LISTENER;
      await context.openLink(link);
      await context.desk()?.consent.log.add(tenantId, 'opened', { link: kind });
      return ok(null);
    },
    'consent.markSent': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      await desk.consent.log.add(tenantId, 'sent');
      return ok(null);
    },
    'consent.history': async ({ tenantId }) => {
      const desk = context.desk();
      return desk ? ok(await desk.consent.history(tenantId)) : STORE_CLOSED;
    },
    'consent.takeAddress': async ({ tenantId, address }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const environment = desk.partner.environment();
      if (!environment) return NO_PARTNER_APP;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      return ok(await desk.consent.takeAddress(tenantId, address, environment.redirectUri));
    },
    'consent.probe': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!desk.partner.broker()) return NO_PARTNER_APP;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      desk.consent.startProbe(tenantId);
      return ok(null);
    },
    'consent.cancelProbe': async ({ tenantId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      desk.consent.prober.cancel(tenantId);
      return ok(null);
    },
  };
}
