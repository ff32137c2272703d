import type { TenantId } from '../../../contract/ids';
import { consentLinks } from '../../identity/consent-links';
import { type Desk, type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';

/** Calls that make, copy and open a tenant's consent links. */
export function consentHandlers(context: IpcContext): HandlersOf<'consent.links' | 'consent.copy' | 'consent.open'> {
  const links = async (tenantId: TenantId) => {
    const desk = context.desk();
    return desk ? linksOf(desk, tenantId) : STORE_CLOSED;
  };
  return {
    'consent.links': async ({ tenantId }) => links(tenantId),
    'consent.copy': async ({ tenantId, kind }) => {
      const made = await links(tenantId);
      if (!made.ok) return made;
      await context.copyText(made.value[kind]);
      return ok({ copied: made.value[kind] });
    },
    'consent.open': async ({ tenantId, kind }) => {
      const made = await links(tenantId);
      if (!made.ok) return made;
      await context.openLink(made.value[kind]);
      return ok(null);
    },
  };
}

async function linksOf(desk: Desk, tenantId: TenantId) {
  const app = desk.partner.summary();
  const environment = desk.partner.environment();
  if (!app || !environment) return NO_PARTNER_APP;
  if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
  const state = await desk.consentState.forTenant(tenantId);
  return ok({ ...consentLinks({ environment, clientId: app.clientId, tenantId, state }), redirectUri: environment.redirectUri });
}
