import type { TenantId } from '../../contract/ids';
import type { AppPurpose } from '../../contract/partner-app';
import type { CloudEnvironment } from '../cloud/environment';

/**
 * The links a customer's admin can consent with.
 * `seed`: exactly the form of Microsoft's partner page ("Create an app with partner access"); it ends at the registered
 * address and tells the app nothing. `adminV2`: the admin-consent endpoint of that one tenant, with a `state` bound to it.
 * `adminV1`: its older form, which names no API and so asks for all the registration lists.
 * `reporting`: the v2.0 form, ending at our own address; null where there is none.
 */
export function consentLinks(parts: {
  environment: CloudEnvironment;
  clientId: string;
  tenantId: TenantId;
  state: string;
  purpose: AppPurpose;
  /** Where consents are listened for. */
  ownAddress: string | null;
}): { seed: string; adminV1: string; adminV2: string; reporting: string | null } {
  const { environment, clientId, tenantId, state, purpose, ownAddress } = parts;
  const query = (parameters: Record<string, string>) =>
    Object.entries(parameters)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
  const adminLink = (redirectUri: string) => {
    // One API has to be named; the page shows all that the registration lists.
    const { scope } = environment.resources[purpose.surfaces.includes('xdr') ? 'xdr' : 'graph'];
    return `${environment.loginBase}/${tenantId}/v2.0/adminconsent?${query({ client_id: clientId, scope, redirect_uri: redirectUri, state })}`;
  };
  return {
    seed: `${environment.loginBase}/common/oauth2/authorize?prompt=consent&client_id=${encodeURIComponent(clientId)}&response_type=code&sso_reload=true`,
    adminV1: `${environment.loginBase}/${tenantId}/adminconsent?${query({ client_id: clientId, redirect_uri: environment.redirectUri, state })}`,
    adminV2: adminLink(environment.redirectUri),
    reporting: ownAddress === null ? null : adminLink(ownAddress),
  };
}
