import { RESOURCE_APPS } from '../../contract/permissions';
import type { CloudEnvironment, ResourceAccess } from './environment';

const COMMERCIAL_API = 'https://api.security.microsoft.com';
const COMMERCIAL_LOGIN = 'https://login.microsoftonline.com';
const US_GOV_LOGIN = 'https://login.microsoftonline.us';

/** v1 tokens of every cloud have been seen with the sts.windows.net issuer, v2 tokens carry the cloud's own login host. */
const issuersOf = (loginBase: string): string[] => [
  'https://sts.windows.net/{tenantid}/',
  `${loginBase}/{tenantid}/v2.0`,
  `${loginBase}/{tenantid}/`,
];

/**
 * Audiences accepted in a token for one API host. Which of them Microsoft uses for government hosts is not documented,
 * so the host itself, the commercial URI and the resource app id all count, each with and without a closing slash.
 */
export function audiencesOf(resource: string): string[] {
  const base = resource.replace(/\/+$/, '');
  return [...new Set([base, `${base}/`, COMMERCIAL_API, `${COMMERCIAL_API}/`, RESOURCE_APPS.xdr.appId])];
}

/** Graph, as its tokens are asked for and recognised: by the host of its cloud or by the id of its resource app. */
export function graphAccess(resource: string): ResourceAccess {
  const base = resource.replace(/\/+$/, '');
  return { scope: `${base}/.default`, audiences: [base, `${base}/`, RESOURCE_APPS.graph.appId] };
}

function microsoft(
  record: Pick<
    CloudEnvironment,
    'id' | 'name' | 'loginBase' | 'apiBase' | 'graphBase' | 'portalBase' | 'vaultDomain' | 'redirectUri' | 'instanceNames'
  >,
): CloudEnvironment {
  return {
    ...record,
    kind: 'microsoft',
    issuers: issuersOf(record.loginBase),
    resources: {
      xdr: { scope: `${record.apiBase}/.default`, audiences: audiencesOf(record.apiBase) },
      graph: graphAccess(record.graphBase),
    },
  };
}

/**
 * Microsoft's clouds, hosts after "Microsoft Defender XDR for US Government customers",
 * "National clouds" and "Azure Government: Key Vault" (Microsoft Learn). GCC tenants live in the commercial Entra and have their own API host.
 */
export const MICROSOFT_CLOUDS: readonly CloudEnvironment[] = [
  microsoft({
    id: 'commercial',
    name: 'Microsoft 365 commercial',
    loginBase: COMMERCIAL_LOGIN,
    apiBase: COMMERCIAL_API,
    graphBase: 'https://graph.microsoft.com',
    portalBase: 'https://security.microsoft.com',
    vaultDomain: 'vault.azure.net',
    redirectUri: 'https://portal.azure.com',
    instanceNames: ['microsoftonline.com'],
  }),
  microsoft({
    id: 'gcc',
    name: 'US Government GCC',
    loginBase: COMMERCIAL_LOGIN,
    apiBase: 'https://api-gcc.security.microsoft.us',
    graphBase: 'https://graph.microsoft.com',
    portalBase: 'https://security.microsoft.com',
    vaultDomain: 'vault.azure.net',
    redirectUri: 'https://portal.azure.com',
    instanceNames: ['microsoftonline.com'],
  }),
  microsoft({
    id: 'gccHigh',
    name: 'US Government GCC High',
    loginBase: US_GOV_LOGIN,
    apiBase: 'https://api-gov.security.microsoft.us',
    graphBase: 'https://graph.microsoft.us',
    portalBase: 'https://security.microsoft.us',
    vaultDomain: 'vault.usgovcloudapi.net',
    redirectUri: 'https://portal.azure.us',
    instanceNames: ['microsoftonline.us'],
  }),
  microsoft({
    id: 'dod',
    name: 'US Government DoD',
    loginBase: US_GOV_LOGIN,
    apiBase: 'https://api-gov.security.microsoft.us',
    graphBase: 'https://dod-graph.microsoft.us',
    portalBase: 'https://security.apps.mil',
    vaultDomain: 'vault.usgovcloudapi.net',
    redirectUri: 'https://portal.azure.us',
    instanceNames: ['microsoftonline.us'],
  }),
];
