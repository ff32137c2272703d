import { ConfidentialClientApplication } from '@azure/msal-node';
import { app, net, session } from 'electron';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import { parseCloudFile } from '../../../main/cloud/cloud-file';
import type { CloudEnvironment } from '../../../main/cloud/environment';
import { createLanes } from '../../../main/cloud/lanes/lanes';
import { PartnerConnection } from '../../../main/identity/partner-connection';
import { SessionVault } from '../../../main/secrets/session-vault';
import { inFlight } from '../support/in-flight';
import { servePeer } from '../support/peer';
import type { CloudFacts } from './cloud';

export interface TokensApp {
  /** The tokens of all tenants through Tenantry's broker, then all of them once more: out, ms of the cold and of the warm round. */
  tenantry(cloud: CloudFacts, atOnce: number): Promise<{ coldMs: number; warmMs: number }>;
  /** msal-node as its samples use it: one client for all tenants, its own network, its own cache. Out: ms. */
  naive(cloud: CloudFacts, atOnce: number): Promise<number>;
  /** One request after the other. Out: ms. */
  loop(cloud: CloudFacts): Promise<number>;
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The partner app as the product connects it, with its secret in memory. */
async function connect({ partner, definition }: CloudFacts): Promise<PartnerConnection> {
  const { clientId, homeTenantId, clientSecret } = partner;
  const environment: CloudEnvironment = parseCloudFile(JSON.stringify(definition));
  const registration = {
    appId: '00000000-0000-4000-8000-000000000001',
    name: 'Bench',
    clientId,
    homeTenantId,
    cloudId: environment.id,
    purpose: DEFAULT_PURPOSE,
    savedAt: Date.now(),
  };
  const connection = new PartnerConnection(registration, environment, {
    store: { listCredentials: async () => [], saveCredential: async () => undefined, removeCredential: async () => undefined },
    readFromKeyVault: new Map(),
    vault: new SessionVault({ reason: 'chosen' }),
    fetch: createLanes({
      system: (url, init) => net.fetch(url, init),
      resolveProxy: (url) => session.defaultSession.resolveProxy(url),
      now: () => Date.now(),
    }),
    now: () => Date.now(),
    onChange: () => undefined,
  });
  await connection.load();
  await connection.saveSecret(clientSecret);
  return connection;
}

servePeer<TokensApp>({
  async tenantry(cloud, atOnce) {
    await app.whenReady();
    const { broker } = await connect(cloud);
    const ask = async (tenantId: string) => {
      const grant = await broker.getToken(tenantId, { resource: 'xdr', renew: false });
      if (!grant.ok) throw new Error(`No token: ${grant.problem.code} ${grant.problem.detail}`);
    };
    const coldMs = await timed(() => inFlight(cloud.tenantIds, atOnce, ask));
    return { coldMs, warmMs: await timed(() => inFlight(cloud.tenantIds, atOnce, ask)) };
  },
  async naive({ definition: { loginBase, scope }, partner, tenantIds }, atOnce) {
    await app.whenReady();
    const { host } = new URL(loginBase);
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: partner.clientId,
        clientSecret: partner.clientSecret,
        authority: `https://${host}/${partner.homeTenantId}`,
        // Microsoft's own hosts need no discovery; this gives ours the same advantage.
        knownAuthorities: [host],
        authorityMetadata: JSON.stringify({
          issuer: `${loginBase}/{tenantid}/v2.0`,
          authorization_endpoint: `https://${host}/{tenantid}/oauth2/v2.0/authorize`,
          token_endpoint: `${loginBase}/{tenantid}/oauth2/v2.0/token`,
          jwks_uri: `${loginBase}/{tenantid}/discovery/v2.0/keys`,
        }),
      },
    });
    return timed(() =>
      inFlight(tenantIds, atOnce, async (tenantId) => {
        const answer = await client.acquireTokenByClientCredential({ scopes: [scope], authority: `https://${host}/${tenantId}` });
        if (!answer?.accessToken) throw new Error('msal-node gave no token');
      }),
    );
  },
  async loop({ definition: { loginBase, scope }, partner, tenantIds }) {
    await app.whenReady();
    return timed(async () => {
      for (const tenantId of tenantIds) {
        const form = { grant_type: 'client_credentials', client_id: partner.clientId, client_secret: partner.clientSecret, scope };
        const answer = await fetch(`${loginBase}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
        const { access_token: token } = (await answer.json()) as { access_token?: string };
        if (!token) throw new Error(`The loop got no token (HTTP ${answer.status})`);
      }
    });
  },
});
