import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';

/**
 * The two links a customer's admin can consent with.
 * `seed`: exactly the form of Microsoft's partner page ("Create an app with partner access"); it ends at the registered
 * address and tells the app nothing. `adminV2`: the admin-consent endpoint of that one tenant, with a `state` bound to it.
 */
export function consentLinks(parts: { environment: CloudEnvironment; clientId: string; tenantId: TenantId; state: string }): {
  seed: string;
  adminV2: string;
} {
  const { environment, clientId, tenantId, state } = parts;
  const admin = [
    ['client_id', clientId],
    ['scope', environment.scope],
    ['redirect_uri', environment.redirectUri],
    ['state', state],
  ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  return {
    seed: `${environment.loginBase}/common/oauth2/authorize?prompt=consent&client_id=${encodeURIComponent(clientId)}&response_type=code&sso_reload=true`,
    adminV2: `${environment.loginBase}/${tenantId}/v2.0/adminconsent?${admin.join('&')}`,
  };
}
