import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client, type Context, HTTPMessageHandler, type Middleware, PageIterator } from '@microsoft/microsoft-graph-client';
import pLimit from 'p-limit';
import { servePeer } from '../support/peer';
import type { CloudFacts } from './cloud';

export interface PeerRun {
  ms: number;
  incidents: number;
  cpuMs: number;
  memoryMb: number;
}

export interface SyncPeers {
  /** What a careful programmer writes: p-limit around fetch. Parses and counts. */
  plain(cloud: CloudFacts, atOnce: number): Promise<PeerRun>;
  /** Microsoft's own: the Graph client's page iterator, with tokens from msal-node. Parses and counts. */
  graph(cloud: CloudFacts, atOnce: number): Promise<PeerRun>;
}

async function measured(read: () => Promise<number[]>): Promise<PeerRun> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const counts = await read();
  const { user, system } = process.cpuUsage(cpu);
  const incidents = counts.reduce((sum, count) => sum + count, 0);
  return {
    ms: performance.now() - began,
    incidents,
    cpuMs: (user + system) / 1_000,
    memoryMb: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Puts the token of one tenant on every request: the client's own handler does that for Microsoft's hosts only. */
class TokenHandler implements Middleware {
  #next: Middleware | null = null;

  constructor(private readonly token: () => Promise<string>) {}

  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
    headers.set('Authorization', `Bearer ${await this.token()}`);
    context.options = { ...context.options, headers };
    await this.#next?.execute(context);
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}

servePeer<SyncPeers>({
  plain({ definition: { loginBase, apiBase, scope }, partner, tenantIds }, atOnce) {
    const readTenant = async (tenantId: string): Promise<number> => {
      const form = { grant_type: 'client_credentials', client_id: partner.clientId, client_secret: partner.clientSecret, scope };
      const granted = await fetch(`${loginBase}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
      const { access_token: token } = (await granted.json()) as { access_token: string };
      for (let read = 0; ; ) {
        const answer = await fetch(`${apiBase}/api/incidents?$top=100&$skip=${read}`, { headers: { authorization: `Bearer ${token}` } });
        const { value } = (await answer.json()) as { value: unknown[] };
        read += value.length;
        if (value.length < 100) return read;
      }
    };
    const limit = pLimit(atOnce);
    return measured(() => Promise.all(tenantIds.map((tenantId) => limit(() => readTenant(tenantId)))));
  },
  graph({ definition: { loginBase, apiBase, scope }, partner, tenantIds }, atOnce) {
    const { host } = new URL(loginBase);
    const msal = new ConfidentialClientApplication({
      auth: {
        clientId: partner.clientId,
        clientSecret: partner.clientSecret,
        authority: `https://${host}/${partner.homeTenantId}`,
        knownAuthorities: [host],
        authorityMetadata: JSON.stringify({
          issuer: `${loginBase}/{tenantid}/v2.0`,
          authorization_endpoint: `https://${host}/{tenantid}/oauth2/v2.0/authorize`,
          token_endpoint: `${loginBase}/{tenantid}/oauth2/v2.0/token`,
          jwks_uri: `${loginBase}/{tenantid}/discovery/v2.0/keys`,
        }),
      },
    });
    const readTenant = async (tenantId: string): Promise<number> => {
      const token = async () => {
        const answer = await msal.acquireTokenByClientCredential({ scopes: [scope], authority: `https://${host}/${tenantId}` });
        return answer?.accessToken ?? '';
      };
      const client = Client.initWithMiddleware({
        middleware: [new TokenHandler(token), new HTTPMessageHandler()],
        baseUrl: `${apiBase}/`,
        defaultVersion: 'linked',
      });
      let read = 0;
      const first = (await client.api('/incidents').top(100).get()) as { value: unknown[] };
      await new PageIterator(client, first, () => {
        read += 1;
        return true;
      }).iterate();
      return read;
    };
    const limit = pLimit(atOnce);
    return measured(() => Promise.all(tenantIds.map((tenantId) => limit(() => readTenant(tenantId)))));
  },
});
