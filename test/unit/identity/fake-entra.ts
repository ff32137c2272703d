import type { FetchPort } from '../../../main/cloud/fetch-port';
import { TokenBroker, type TokenBrokerParts } from '../../../main/identity/token-broker';
import { DEFAULT_PURPOSE } from '../../../contract/partner-app';
import type { Problem } from '../../../contract/problem';
import { CLIENT, CLOUD, claims, jwt, NOW } from './token';

export type Reply = (tenantId: string, body: URLSearchParams) => Response | Promise<Response>;

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const tokenReply =
  (changes: Record<string, unknown> = {}, expiresIn: unknown = 3600): Reply =>
  (tenantId) =>
    json(200, {
      token_type: 'Bearer',
      expires_in: expiresIn,
      access_token: jwt(claims({ tid: tenantId, iss: `https://sts.lab.example/${tenantId}/`, jti: Math.random(), ...changes })),
    });

export const refusal =
  (number: number, status = 401, error = 'invalid_client'): Reply =>
  () =>
    json(status, { error, error_description: `AADSTS${number}: words`, error_codes: [number] });

/** A broker in front of a login service that answers as the test says. */
export function setUp(parts: Partial<TokenBrokerParts> = {}) {
  const entra: { reply: Reply; requests: { tenantId: string; url: string; body: URLSearchParams }[] } = {
    reply: tokenReply(),
    requests: [],
  };
  const clock = { now: NOW };
  const said: (Problem | null)[] = [];
  const fetch: FetchPort = async (url, init) => {
    const tenantId = url.split('/')[3] ?? '';
    const body = new URLSearchParams(typeof init.body === 'string' ? init.body : '');
    entra.requests.push({ tenantId, url, body });
    return entra.reply(tenantId, body);
  };
  const broker = new TokenBroker({
    environment: CLOUD,
    clientId: CLIENT,
    purpose: DEFAULT_PURPOSE,
    getCredential: async () => ({ kind: 'secret', secret: 'a-secret-for-tests' }),
    fetch,
    now: () => clock.now,
    onGlobalProblem: (problem) => said.push(problem),
    ...parts,
  });
  return { broker, entra, clock, said };
}
