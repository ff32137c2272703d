import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';

/**
 * An MSAL client for one (app, tenant). One each: a shared client rescans its whole cache at every call.
 * The authority's metadata is given, so MSAL asks no discovery endpoint. MSAL wants the authority *string* to be https even
 * where the cloud is plain http on loopback; only `token_endpoint` is ever contacted.
 */
export function createMsalClient(parts: {
  environment: CloudEnvironment;
  clientId: string;
  clientSecret: string;
  tenantId: TenantId;
  networkClient: INetworkModule;
}): ConfidentialClientApplication {
  const { loginBase } = parts.environment;
  const { host } = new URL(loginBase);
  return new ConfidentialClientApplication({
    auth: {
      clientId: parts.clientId,
      clientSecret: parts.clientSecret,
      authority: `https://${host}/${parts.tenantId}`,
      knownAuthorities: [host],
      authorityMetadata: JSON.stringify({
        issuer: `${loginBase}/{tenantid}/v2.0`,
        authorization_endpoint: `${loginBase}/{tenantid}/oauth2/v2.0/authorize`,
        token_endpoint: `${loginBase}/{tenantid}/oauth2/v2.0/token`,
        jwks_uri: `${loginBase}/{tenantid}/discovery/v2.0/keys`,
      }),
    },
    system: { networkClient: parts.networkClient },
  });
}
