import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/index';
import { answerOf, open, SCOPE } from './client';

const REDIRECT = 'http://localhost:50505';
const VERIFIER = randomBytes(32).toString('base64url');
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await open({ tenants: 2 });
});
afterAll(() => sandbox.close());

function link(changes: Record<string, string | null> = {}): URL {
  const url = new URL(`${sandbox.url}/${sandbox.partner.homeTenantId}/oauth2/v2.0/authorize`);
  const all = {
    client_id: sandbox.partner.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: `${SCOPE} openid profile offline_access`,
    state: 'the state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null) url.searchParams.set(name, value);
  return url;
}

/** Where the browser goes after the page's button was pressed. */
async function press(url: URL, decision: 'accept' | 'cancel'): Promise<URL> {
  const page = await (await fetch(url)).text();
  const analyst = /<option value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ decision, analyst });
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

async function redeem(code: string, changes: Record<string, string | null> = {}) {
  const all = {
    grant_type: 'authorization_code',
    client_id: sandbox.partner.clientId,
    code,
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...changes,
  };
  const body = new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
  return answerOf(await fetch(`${sandbox.url}/${sandbox.partner.homeTenantId}/oauth2/v2.0/token`, { method: 'POST', body }));
}

const newCode = async () => (await press(link(), 'accept')).searchParams.get('code') ?? '';

describe('an analyst’s sign-in', () => {
  it('ends with a code, and the code with a token of that person', async () => {
    const back = await press(link(), 'accept');
    expect(back.origin).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('the state');
    const { status, body } = await redeem(back.searchParams.get('code') ?? '');
    expect(status).toBe(200);
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      aud: 'https://api.security.microsoft.com',
      tid: sandbox.partner.homeTenantId,
      appid: sandbox.partner.clientId,
      appidacr: '0',
      scp: 'Incident.Read Incident.ReadWrite AdvancedHunting.Read',
      name: 'Kim Lindqvist',
    });
    expect(decodeJwt(String(body.access_token))).not.toHaveProperty('roles');
    expect(decodeJwt(String(body.id_token))).toMatchObject({ aud: sandbox.partner.clientId, name: 'Kim Lindqvist' });
  });

  it('that is called off comes back with an error', async () => {
    const back = await press(link(), 'cancel');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('code')).toBeNull();
  });

  it.each([
    ['a verifier that does not fit', { code_verifier: randomBytes(32).toString('base64url') }, 501481],
    ['no verifier', { code_verifier: null }, 501481],
    ['another redirect URI', { redirect_uri: 'http://localhost:50506' }, 500112],
    ['a client secret', { client_secret: 'x' }, 700025],
    ['another app', { client_id: '11111111-2222-4333-8444-555555555555' }, 9002313],
    ['no code', { code: null }, 900144],
  ])('is refused with %s', async (_what, changes, number) => {
    const { status, body } = await redeem(await newCode(), changes);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.error_codes).toEqual([number]);
  });

  it('counts once', async () => {
    const code = await newCode();
    expect((await redeem(code)).status).toBe(200);
    expect((await redeem(code)).body.error_codes).toEqual([54005]);
  });

  it.each([
    ['redirect_uri', 'https://elsewhere.example', 'AADSTS50011'],
    ['client_id', '11111111-2222-4333-8444-555555555555', 'AADSTS700016'],
    ['scope', 'https://unknown.example/.default', 'AADSTS70011'],
    ['code_challenge_method', 'plain', 'AADSTS901006'],
    ['response_type', null, 'AADSTS900144'],
  ])('with a wrong %s is refused on the page itself', async (name, value, number) => {
    const answer = await fetch(link({ [name]: value }), { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(number);
  });
});
