import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';

/**
 * The links a customer's admin can consent with.
 * `seed`: exactly the form of Microsoft's partner page ("Create an app with partner access"); it ends at the registered
 * address and tells the app nothing. `adminV2`: the admin-consent endpoint of that one tenant, with a `state` bound to it.
 * `reporting`: the same, ending at our own address; null where there is none.
 */
export function consentLinks(parts: {
  environment: CloudEnvironment;
  clientId: string;
  tenantId: TenantId;
  state: string;
  /** Where consents are listened for. */
  ownAddress: string | null;
}): { seed: string; adminV2: string; reporting: string | null } {
  const { environment, clientId, tenantId, state, ownAddress } = parts;
  const adminLink = (redirectUri: string) => {
    const query = [
      ['client_id', clientId],
      ['scope', environment.resources.xdr.scope],
      ['redirect_uri', redirectUri],
      ['state', state],
    ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
    return `${environment.loginBase}/${tenantId}/v2.0/adminconsent?${query.join('&')}`;
  };
  return {
    seed: `${environment.loginBase}/common/oauth2/authorize?prompt=consent&client_id=${encodeURIComponent(clientId)}&response_type=code&sso_reload=true`,
    adminV2: adminLink(environment.redirectUri),
    reporting: ownAddress === null ? null : adminLink(ownAddress),
  };
}
