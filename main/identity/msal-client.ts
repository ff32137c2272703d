import { ConfidentialClientApplication, type INetworkModule, type NodeAuthOptions } from '@azure/msal-node';
import type { TenantId } from '../../contract/ids';
import type { CloudEnvironment } from '../cloud/environment';
import type { ClientCredential } from './credentials/client-credential';

/** An MSAL client for one (app, tenant). One each: a shared client rescans its whole cache at every call. */
export function createMsalClient(parts: {
  environment: CloudEnvironment;
  clientId: string;
  credential: ClientCredential;
  tenantId: TenantId;
  networkClient: INetworkModule;
}): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId: parts.clientId, ...authenticationOf(parts.credential), ...authorityOf(parts.environment, parts.tenantId) },
    system: { networkClient: parts.networkClient },
  });
}

/**
 * A tenant of a cloud as MSAL takes it. The metadata is given, so MSAL asks no discovery endpoint. MSAL wants the authority *string* to be https even
 * where the cloud is plain http on loopback; only `token_endpoint` is ever contacted. MSAL takes the first path segment of
 * `authorization_endpoint` for the tenant and replaces it everywhere: were it that of a login base with a path, the path would go.
 */
export function authorityOf(
  { loginBase }: CloudEnvironment,
  tenantId: TenantId,
): Required<Pick<NodeAuthOptions, 'authority' | 'knownAuthorities' | 'authorityMetadata'>> {
  const base = `${loginBase}/${tenantId}`;
  const { host } = new URL(base);
  const authority = `https://${host}/${tenantId}`;
  return {
    authority,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify({
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    }),
  };
}

/** With `thumbprintSha256`, MSAL signs with PS256 and names the certificate by `x5t#S256`, as Microsoft's page on certificate credentials asks. */
function authenticationOf(credential: ClientCredential): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { privateKey, thumbprintSha256 } = credential;
  return { clientCertificate: { privateKey, thumbprintSha256 } };
}
