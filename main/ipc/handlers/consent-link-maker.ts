import type { TenantId } from '../../../contract/ids';
import type { PartnerAppId } from '../../../contract/partner-app';
import { consentLinks } from '../../identity/consent-links';
import { type Desk, type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import { fail, ok } from '../outcome';

/** The link that reports back was asked for while nothing listens. */
export const NO_LISTENER = fail('notFound', 'No port of this computer could be listened to');

/** Makes the links of a tenant in the list for one app, with where they end. */
export function consentLinkMaker(context: IpcContext) {
  return async (tenantId: TenantId, appId: PartnerAppId) => {
    const desk = context.desk();
    if (!desk) return STORE_CLOSED;
    return (await desk.tenants.has(tenantId)) ? linksOf(desk, tenantId, appId) : NO_SUCH_TENANT;
  };
}

/** The links of a tenant that is known to be in the list. */
export async function linksOf(desk: Desk, tenantId: TenantId, appId: PartnerAppId) {
  const connection = desk.apps.connection(appId);
  if (!connection) return NO_PARTNER_APP;
  const { app, environment } = connection;
  const listener = desk.consent.listener();
  const state = await desk.consent.stateOf(tenantId, appId);
  const { clientId, purpose } = app;
  const links = consentLinks({ environment, clientId, tenantId, state, purpose, ownAddress: listener?.redirectUri ?? null });
  return ok({ ...links, redirectUri: environment.redirectUri, listener });
}
