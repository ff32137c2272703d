import { describe, expect, it } from 'vitest';
import { checkCredential } from '../../../main/identity/credential-check';
import { KeychainError } from '../../../main/secrets/secret-vault';
import { json, refusal, setUp, tokenReply } from './fake-entra';
import { CLIENT, CLOUD, OTHER_TENANT, TENANT } from './token';

const MINUTE = 60_000;
const get = { resource: 'xdr', renew: false } as const;

describe('token broker', () => {
  it('asks the token endpoint of that tenant, for the scope of the cloud, and nothing else', async () => {
    const { broker, entra } = setUp();
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: true });
    expect(entra.requests.map(({ url }) => url.replace(/\?.*/, ''))).toEqual([`https://login.lab.example/${TENANT}/oauth2/v2.0/token`]);
    expect(Object.fromEntries(entra.requests[0]?.body ?? [])).toMatchObject({
      client_id: CLIENT,
      grant_type: 'client_credentials',
      scope: 'https://api.lab.example/.default',
    });
  });

  it('keeps the path of a login base that has one', async () => {
    const { broker, entra } = setUp({ environment: { ...CLOUD, loginBase: 'https://login.lab.example/entra/v1' } });
    await broker.getToken(TENANT, get);
    expect(entra.requests.map(({ url }) => url.replace(/\?.*/, ''))).toEqual([
      `https://login.lab.example/entra/v1/${TENANT}/oauth2/v2.0/token`,
    ]);
  });

  it('takes a token whose life is not named for good for a few minutes', async () => {
    const { broker, entra, clock } = setUp();
    entra.reply = tokenReply({}, null);
    const first = await broker.getToken(TENANT, get);
    clock.now += 4 * MINUTE;
    expect(await broker.getToken(TENANT, get)).toEqual(first);
    clock.now += 7 * MINUTE;
    expect(await broker.getToken(TENANT, get)).not.toEqual(first);
    expect(entra.requests).toHaveLength(2);
  });

  it('reads the error of an answer that says 200', async () => {
    const { broker, entra } = setUp();
    entra.reply = refusal(7000229, 200);
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code: 'consentMissing', aadsts: 7000229 } });
  });

  it('reuses a token until five minutes before its end', async () => {
    const { broker, entra, clock } = setUp();
    const first = await broker.getToken(TENANT, get);
    clock.now += 54 * MINUTE;
    expect(await broker.getToken(TENANT, get)).toEqual(first);
    clock.now += 2 * MINUTE;
    expect(await broker.getToken(TENANT, get)).not.toEqual(first);
    expect(entra.requests).toHaveLength(2);
  });

  it('says which token it holds without asking, until it is to be renewed', async () => {
    const { broker, entra, clock } = setUp();
    const wish = { resource: 'xdr', need: 'readIncidents' } as const;
    expect(broker.heldGrant(TENANT, wish)).toBeNull();
    const granted = await broker.getToken(TENANT, get);
    expect(broker.heldGrant(TENANT, wish)).toEqual(granted);
    expect([broker.heldGrant(OTHER_TENANT, wish), broker.heldGrant(TENANT, { ...wish, resource: 'graph' })]).toEqual([null, null]);
    clock.now += 56 * MINUTE;
    expect(broker.heldGrant(TENANT, wish)).toBeNull();
    expect(entra.requests).toHaveLength(1);
  });

  it('keeps serving a valid token when an early renewal fails', async () => {
    const { broker, entra, clock } = setUp();
    const first = await broker.getToken(TENANT, get);
    entra.reply = () => json(503, {});
    clock.now += 57 * MINUTE;
    expect(await broker.getToken(TENANT, get)).toEqual(first);
    clock.now += 4 * MINUTE;
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code: 'serviceError' } });
  });

  it('sends one request for twenty who ask at once', async () => {
    const { broker, entra } = setUp();
    const grants = await Promise.all(Array.from({ length: 20 }, () => broker.getToken(TENANT, get)));
    expect(new Set(grants.map((grant) => JSON.stringify(grant))).size).toBe(1);
    expect(entra.requests).toHaveLength(1);
  });

  it('keeps tenants apart', async () => {
    const { broker, entra } = setUp();
    const [one, two] = await Promise.all([broker.getToken(TENANT, get), broker.getToken(OTHER_TENANT, get)]);
    expect(one).not.toEqual(two);
    expect(entra.requests.map(({ tenantId }) => tenantId).sort()).toEqual([TENANT, OTHER_TENANT]);
  });

  it('gets a new token when the API refused the one held, and says why when it cannot', async () => {
    const { broker, entra } = setUp();
    const first = await broker.getToken(TENANT, get);
    expect(await broker.getToken(TENANT, { resource: 'xdr', renew: true })).not.toEqual(first);
    entra.reply = refusal(7000229);
    expect(await broker.getToken(TENANT, { resource: 'xdr', renew: true })).toMatchObject({
      ok: false,
      problem: { code: 'consentMissing', aadsts: 7000229 },
    });
  });

  it('drops a token of another tenant and never hands it out', async () => {
    const { broker, entra } = setUp();
    entra.reply = tokenReply({ tid: OTHER_TENANT });
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code: 'wrongTenantToken' } });
    expect(broker.held(TENANT, 'xdr')?.problem?.code).toBe('wrongTenantToken');
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: false })).toMatchObject({
      ok: true,
      facts: { tokenTenantId: OTHER_TENANT, problem: { code: 'wrongTenantToken' } },
    });
    entra.reply = tokenReply();
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: true });
  });

  it('gives facts, from the cache where it can, and never the token', async () => {
    const { broker, entra } = setUp();
    expect(broker.held(TENANT, 'xdr')).toBeNull();
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: false })).toMatchObject({
      ok: true,
      facts: { fromCache: false, tenantId: TENANT },
    });
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: false })).toMatchObject({ ok: true, facts: { fromCache: true } });
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: true })).toMatchObject({ ok: true, facts: { fromCache: false } });
    expect(entra.requests).toHaveLength(2);
    expect(JSON.stringify(broker.held(TENANT, 'xdr'))).not.toContain('eyJ');
  });

  it('accepts expires_in as text, as v1 endpoints send it, and ignores refresh_in', async () => {
    const { broker, clock, entra } = setUp();
    entra.reply = tokenReply({}, '7200');
    const grant = await broker.getToken(TENANT, get);
    expect(grant.ok && Math.abs(grant.expiresAt - clock.now - 7_200_000)).toBeLessThan(5_000);
  });

  it('does not ask a throttled tenant again before its time, even when a person insists', async () => {
    const { broker, entra, clock } = setUp();
    entra.reply = () =>
      json(429, { error: 'temporarily_unavailable', error_codes: [90055], error_description: 'AADSTS90055' }, { 'retry-after': '120' });
    const refused = await broker.getToken(TENANT, get);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'throttled', retryAt: clock.now + 120_000 } });
    entra.reply = tokenReply();
    expect(await broker.getToken(TENANT, get)).toEqual(refused);
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: true })).toMatchObject({ ok: false });
    expect(await broker.getToken(OTHER_TENANT, get)).toMatchObject({ ok: true });
    clock.now += 121_000;
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: true });
    expect(entra.requests).toHaveLength(3);
  });

  it.each([
    ['an empty token', () => json(200, { access_token: '', expires_in: 3600 }), 'unreadable'],
    ['an empty object', () => json(200, {}), 'unreadable'],
    ['null', () => json(200, null), 'unreadable'],
    ['a web page', () => new Response('<html><title>Sign in to the hotel</title></html>'), 'unreadable'],
    ['an empty server fault', () => json(500, {}), 'serviceError'],
    ['a web page with a server status', () => new Response('<html></html>', { status: 502 }), 'serviceError'],
    ['an unknown code', refusal(987654, 400), 'unknownEntra'],
  ])('names %s, and recovers afterwards', async (_name, reply, code) => {
    const { broker, entra } = setUp();
    entra.reply = reply;
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code } });
    entra.reply = tokenReply();
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: true });
  });

  it('never repeats the secret, even where the service echoes it', async () => {
    const { broker, entra } = setUp();
    entra.reply = (_tenant, body) => json(400, { error: 'x', error_description: `You sent ${body.get('client_secret')}` });
    const answer = await broker.getToken(TENANT, get);
    expect(answer).toMatchObject({ ok: false, problem: { detail: 'You sent •••' } });
    expect(entra.requests[0]?.body.get('client_secret')).toBe('a-secret-for-tests');
  });

  it('never repeats the secret either when another tenant had it forgotten meanwhile', async () => {
    const { broker, entra } = setUp();
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    entra.reply = async (tenantId, body) => {
      if (tenantId === OTHER_TENANT) return refusal(7000222)(tenantId, body);
      await late;
      return json(400, { error: 'x', error_description: `You sent ${body.get('client_secret')}` });
    };
    const slow = broker.getToken(TENANT, get);
    await broker.getToken(OTHER_TENANT, get);
    answer();
    expect(await slow).toMatchObject({ ok: false, problem: { detail: 'You sent •••' } });
  });
});

describe("a problem of the partner's own credential", () => {
  it('is said once, and further tenants are not asked for a while', async () => {
    const { broker, entra, said, clock } = setUp();
    entra.reply = refusal(7000222);
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code: 'credentialExpired' } });
    for (let tenant = 0; tenant < 200; tenant += 1)
      expect(await broker.getToken(OTHER_TENANT, get)).toMatchObject({ ok: false, problem: { code: 'credentialExpired' } });
    expect(entra.requests).toHaveLength(1);
    expect(said.map((problem) => problem?.code)).toEqual(['credentialExpired']);
    clock.now += MINUTE;
    await broker.getToken(OTHER_TENANT, get);
    expect(entra.requests).toHaveLength(2);
    expect(said).toHaveLength(1);
  });

  it('is asked about again when a person tries again, and taken back when it is over', async () => {
    const { broker, entra, said } = setUp();
    entra.reply = refusal(7000215);
    await broker.getToken(TENANT, get);
    entra.reply = tokenReply();
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false });
    broker.retry();
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: true });
    expect(said.map((problem) => problem?.code ?? null)).toEqual(['credentialWrong', null]);
  });

  it('reads the vault again once a refused secret may have been replaced', async () => {
    let secret = 'old-secret';
    const { broker, entra } = setUp({ getCredential: async () => ({ kind: 'secret', secret }) });
    entra.reply = (tenantId, body) =>
      body.get('client_secret') === 'new-secret' ? tokenReply()(tenantId, body) : refusal(7000215)(tenantId, body);
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false });
    secret = 'new-secret';
    expect(await broker.acquire(TENANT, { resource: 'xdr', fresh: true })).toMatchObject({ ok: true });
  });

  it.each([
    ['an empty vault', async () => null, 'credentialMissing'],
    ['a locked keychain', async () => Promise.reject(new KeychainError('locked', 'locked')), 'keychainLocked'],
    ['an absent keychain', async () => Promise.reject(new KeychainError('unavailable', 'no bus')), 'keychainUnavailable'],
  ])('is %s', async (_name, getCredential, code) => {
    const { broker, entra, said } = setUp({ getCredential });
    expect(await broker.getToken(TENANT, get)).toMatchObject({ ok: false, problem: { code } });
    expect(said.map((problem) => problem?.code)).toEqual([code]);
    expect(entra.requests).toHaveLength(0);
  });

  it('forgets tokens and memories when told', async () => {
    const { broker, entra } = setUp();
    await broker.getToken(TENANT, get);
    broker.forget(TENANT);
    expect(broker.held(TENANT, 'xdr')).toBeNull();
    const late = broker.getToken(TENANT, get);
    broker.forget(TENANT);
    expect(await late).toMatchObject({ ok: false });
    expect(broker.held(TENANT, 'xdr')).toBeNull();
    expect(entra.requests).toHaveLength(2);
  });
});

describe('credential check', () => {
  it.each([
    ['a token', tokenReply(), 'accepted', undefined],
    ['a wrong secret', refusal(7000215), 'refused', 'credentialWrong'],
    ['an expired secret', refusal(7000222), 'refused', 'credentialExpired'],
    ['an app that is not in its home tenant', refusal(7000229), 'unknown', 'consentMissing'],
    ['an app the tenant does not know', refusal(700016, 400), 'unknown', 'consentMissing'],
    ['a fault of the service', () => json(503, {}), 'unknown', 'serviceError'],
  ])('%s', async (_name, reply, outcome, code) => {
    const { broker, entra } = setUp();
    entra.reply = reply;
    const check = await checkCredential(broker, TENANT);
    expect(check.outcome).toBe(outcome);
    expect(check.problem?.code).toBe(code);
  });
});
