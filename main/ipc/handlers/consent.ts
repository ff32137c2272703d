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
    'consent.links': async ({ tenantId, appId }) => linksOf(tenantId, appId),
    'consent.copy': async ({ tenantId, appId, kind }) => {
      const made = await linksOf(tenantId, appId);
      if (!made.ok) return made;
      const link = made.value[kind];
      if (link === null) return NO_LISTENER;
      await context.clipboard.copyText(link);
      await context.desk()?.consent.log.add(tenantId, 'linkMade', { appId, link: kind });
      return ok({ copied: link });
    },
    'consent.open': async ({ tenantId, appId, kind }) => {
      const made = await linksOf(tenantId, appId);
      if (!made.ok) return made;
      const link = made.value[kind];
      if (link === null) return NO_LISTENER;
      await context.openLink(link);
      await context.desk()?.consent.log.add(tenantId, 'opened', { appId, link: kind });
      return ok(null);
    },
    'consent.markSent': async ({ tenantId, appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      await desk.consent.log.add(tenantId, 'sent', { appId });
      return ok(null);
    },
    'consent.history': async ({ tenantId, appId }) => {
      const desk = context.desk();
      return desk ? ok(await desk.consent.history(tenantId, appId)) : STORE_CLOSED;
    },
    'consent.takeAddress': async ({ tenantId, address }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (desk.apps.summaries().length === 0) return NO_PARTNER_APP;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      const registered = (await desk.apps.of(tenantId)).map(({ environment }) => environment.redirectUri);
      return ok(await desk.consent.takeAddress(tenantId, address, registered));
    },
    'consent.probe': async ({ tenantId, appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!desk.apps.connection(appId)) return NO_PARTNER_APP;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      desk.consent.startProbe(tenantId, appId);
      return ok(null);
    },
    'consent.cancelProbe': async ({ tenantId, appId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      desk.consent.prober.cancel(tenantId, appId);
      return ok(null);
    },
  };
}
