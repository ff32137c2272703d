import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../contract/problem';
import { checkCredential } from '../../../main/identity/credential-check';
import type { TenantState } from '../../../sandbox/index';
import { type PartnerAtSandbox, partnerAtSandbox } from './partner';

let at: PartnerAtSandbox;
beforeEach(async () => {
  at = await partnerAtSandbox({ tenants: 12, incidents: 10 });
});
afterEach(() => at.sandbox.close());

const get = (tenantId: string) => at.broker.getToken(tenantId, { resource: 'xdr', renew: false });

describe('tokens of customers', () => {
  it('are described with every fact a person needs', async () => {
    const tenantId = at.tenantIn('consented');
    const answer = await at.broker.acquire(tenantId, { resource: 'xdr', fresh: false });
    expect(answer).toMatchObject({
      ok: true,
      facts: {
        tenantId,
        tokenTenantId: tenantId,
        audience: 'https://api.security.microsoft.com',
        appId: at.sandbox.partner.clientId,
        missingRoles: [],
        warnings: [],
        fromCache: false,
      },
    });
    expect(answer.ok && answer.facts.roles).toContain('Incident.Read.All');
    expect(answer.ok && answer.facts.expiresAt - Date.now()).toBeGreaterThan(50 * 60_000);
    expect(JSON.stringify(answer)).not.toContain(at.sandbox.partner.clientSecret);
  });

  it('cost one request for twenty who ask at once, and none afterwards', async () => {
    const tenantId = at.tenantIn('consented');
    const grants = await Promise.all(Array.from({ length: 20 }, () => get(tenantId)));
    expect(grants.every(({ ok }) => ok)).toBe(true);
    await get(tenantId);
    expect(at.tokenRequests()).toBe(1);
    expect(at.sandbox.control.requests()).toHaveLength(1);
  });

  it('of another tenant are refused and never handed out', async () => {
    const [one, two] = at.sandbox.tenants.filter(({ state }) => state === 'consented');
    if (!one || !two) throw new Error('two consented tenants are needed');
    at.sandbox.control.issueTokenFor(one.tenantId, two.tenantId);
    expect(await get(one.tenantId)).toMatchObject({ ok: false, problem: { code: 'wrongTenantToken' } });
    expect(at.broker.held(one.tenantId, 'xdr')).toMatchObject({ tokenTenantId: two.tenantId, problem: { code: 'wrongTenantToken' } });
    at.sandbox.control.issueTokenFor(one.tenantId, null);
    expect(await get(one.tenantId)).toMatchObject({ ok: true });
  });

  it.each<[TenantState, ProblemCode, number]>([
    ['notConsented', 'consentMissing', 7000229],
    ['notConsentedOld', 'consentMissing', 700016],
    ['appDisabled', 'appDisabled', 7000112],
    ['resourceMissing', 'notLicensed', 500011],
    ['conditionalAccess', 'conditionalAccess', 53003],
    ['unknownTenant', 'tenantNotFound', 90002],
    ['tenantBlocked', 'tenantBlocked', 5000224],
    ['secretExpired', 'credentialExpired', 7000222],
  ])('of a tenant that is %s: %s', async (state, code, aadsts) => {
    const answer = await get(at.tenantIn(state));
    expect(answer).toMatchObject({ ok: false, problem: { code, aadsts, traceId: expect.any(String), correlationId: expect.any(String) } });
  });

  it.each<TenantState>(['partial', 'noRoles'])('of a tenant that is %s name the missing roles', async (state) => {
    const answer = await at.broker.acquire(at.tenantIn(state), { resource: 'xdr', fresh: false });
    expect(answer).toMatchObject({ ok: true, facts: { missingRoles: ['Incident.Read.All', 'Incident.ReadWrite.All'] } });
    expect(answer.ok && answer.facts.warnings.includes('noRoles')).toBe(state === 'noRoles');
  });
});

describe('weather at the login service', () => {
  it.each<[string, Parameters<PartnerAtSandbox['sandbox']['control']['fault']>[0], ProblemCode]>([
    ['throttling', { match: 'token', times: 1, status: 429, headers: { 'retry-after': '30' }, body: {} }, 'throttled'],
    ['a server fault', { match: 'token', times: 1, status: 500, body: {} }, 'serviceError'],
    ['a web page', { match: 'token', times: 1, status: 200, body: '<html>Sign in</html>', contentType: 'text/html' }, 'unreadable'],
    ['an empty answer', { match: 'token', times: 1, status: 200, body: {} }, 'unreadable'],
    ['silence', { match: 'token', times: 1, hang: true }, 'timeout'],
    ['a cut connection', { match: 'token', times: 1, reset: true }, 'unreachable'],
    ['half an answer', { match: 'token', times: 1, truncate: 20 }, 'unreachable'],
  ])('%s is named, and over afterwards', async (_name, rule, code) => {
    const tenantId = at.tenantIn('consented');
    at.sandbox.control.fault(rule);
    expect(await get(tenantId)).toMatchObject({ ok: false, problem: { code } });
    at.broker.forget(tenantId);
    expect(await get(tenantId)).toMatchObject({ ok: true });
  });
});

describe("the partner's own credential", () => {
  it('is checked against the home tenant', async () => {
    expect(await checkCredential(at.broker, at.sandbox.partner.homeTenantId)).toEqual({ outcome: 'accepted' });
    at.sandbox.control.setCredential('expired');
    expect(await checkCredential(at.broker, at.sandbox.partner.homeTenantId)).toMatchObject({
      outcome: 'refused',
      problem: { code: 'credentialExpired' },
    });
    expect(at.said.map((problem) => problem?.code)).toEqual(['credentialExpired']);
    at.sandbox.control.setCredential('valid');
    expect(await checkCredential(at.broker, at.sandbox.partner.homeTenantId)).toEqual({ outcome: 'accepted' });
    expect(at.said.at(-1)).toBeNull();
  });

  it("is refused when the secret's ID was stored in its place", async () => {
    at.vault.secret = at.sandbox.partner.secretId;
    const check = await checkCredential(at.broker, at.sandbox.partner.homeTenantId);
    expect(check).toMatchObject({ outcome: 'refused', problem: { code: 'credentialWrong', aadsts: 7000215 } });
    expect(JSON.stringify(check)).not.toContain(at.sandbox.partner.secretId);
  });

  it('that is wrong is said once for all tenants, and asked about once', async () => {
    at.sandbox.control.setCredential('wrong');
    for (const { tenantId } of at.sandbox.tenants)
      expect(await get(tenantId)).toMatchObject({ ok: false, problem: { code: 'credentialWrong' } });
    expect(at.said.map((problem) => problem?.code)).toEqual(['credentialWrong']);
    expect(at.tokenRequests()).toBe(1);
  });
});
