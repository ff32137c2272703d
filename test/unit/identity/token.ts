import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { CloudEnvironment } from '../../../main/cloud/environment';

export const TENANT = '11111111-2222-4333-8444-555555555555';
export const OTHER_TENANT = '99999999-8888-4777-8666-555555555555';
export const CLIENT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const APP_ID = 'app-1';
export const APP = {
  appId: APP_ID,
  name: 'Lab app',
  clientId: CLIENT,
  homeTenantId: OTHER_TENANT,
  cloudId: 'lab',
  purpose: DEFAULT_PURPOSE,
  savedAt: 0,
};
export const NOW = Date.UTC(2026, 0, 15, 12);

export const CLOUD: CloudEnvironment = {
  id: 'lab',
  name: 'Lab',
  kind: 'custom',
  loginBase: 'https://login.lab.example',
  apiBase: 'https://api.lab.example',
  graphBase: 'https://graph.lab.example',
  portalBase: null,
  issuers: ['https://sts.lab.example/{tenantid}/'],
  resources: {
    xdr: {
      scope: 'https://api.lab.example/.default',
      audiences: ['https://api.lab.example', '8ee8fdad-f234-4243-8f3b-15c294843740'],
    },
    graph: { scope: 'https://graph.lab.example/.default', audiences: ['https://graph.lab.example'] },
  },
  vaultDomain: null,
  redirectUri: 'https://portal.lab.example',
  instanceNames: ['lab.example'],
};

/** Claims of a good v1 token; `undefined` takes one away. */
export function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    aud: 'https://api.lab.example',
    iss: `https://sts.lab.example/${TENANT}/`,
    tid: TENANT,
    appid: CLIENT,
    roles: ['Incident.Read.All'],
    ver: '1.0',
    nbf: NOW / 1000 - 300,
    ...changes,
  };
}

/** An unsigned token with these claims: enough for a client, which must not check signatures of others' tokens. */
export function jwt(payload: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.c2ln`;
}
