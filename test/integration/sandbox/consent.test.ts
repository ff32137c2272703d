import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/index';
import { askToken, customer, open, SCOPE } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await open({ incidents: 3 });
});
afterAll(() => sandbox.close());

/** Opens a link as a browser would, presses a button of its form, and gives the address it leads to. */
async function press(link: string, decision: 'accept' | 'cancel', tenant?: string): Promise<URL> {
  const body = new URLSearchParams({ decision, ...(tenant === undefined ? {} : { tenant }) });
  const response = await fetch(link, { method: 'POST', body, redirect: 'manual' });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

const parameters = (url: URL) => Object.fromEntries(url.searchParams);
const seedLink = () =>
  `${sandbox.url}/common/oauth2/authorize?prompt=consent&client_id=${sandbox.partner.clientId}&response_type=code&sso_reload=true`;

function adminLink(tenant: string, version: 'v1' | 'v2', extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: sandbox.partner.clientId,
    state: 'state-1',
    redirect_uri: 'http://localhost:4711/done',
    ...(version === 'v2' ? { scope: SCOPE } : {}),
    ...extra,
  });
  return `${sandbox.url}/${tenant}/${version === 'v2' ? 'v2.0/' : ''}adminconsent?${query.toString()}`;
}

describe('the consent page', () => {
  it('says what it is, who asks for what, and needs no script', async () => {
    const response = await fetch(seedLink());
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<title>Sandbox sign-in — not Microsoft</title>');
    for (const word of [
      sandbox.partner.clientId,
      'Incident.Read.All',
      'Incident.ReadWrite.All',
      'AdvancedHunting.Read.All',
      '<form method="post">',
    ]) {
      expect(text).toContain(word);
    }
    for (const tenant of sandbox.tenants) expect(text).toContain(`<option value="${tenant.tenantId}"`);
    const waiting = customer(sandbox, 'notConsented');
    expect(text).toContain(`<option value="${waiting.tenantId}" selected>${waiting.displayName} — consent missing</option>`);
    expect(text).not.toContain('<script');
  });

  it('shows hostile parameters as text', async () => {
    const text = await (await fetch(adminLink('contoso"><script>alert(1)</script>', 'v1'))).text();
    expect(text).not.toContain('<script');
  });

  it('grants on Accept of the seed form, and ends on a page that says so', async () => {
    const tenant = customer(sandbox, 'notConsented');
    expect((await askToken(sandbox, tenant.tenantId)).body.error_codes).toEqual([7000229]);
    const end = await press(`${seedLink()}&state=abc`, 'accept', tenant.tenantId);
    expect(end.href.startsWith(`${sandbox.url}/portal?`)).toBe(true);
    expect(parameters(end)).toMatchObject({
      admin_consent: 'True',
      state: 'abc',
      code: expect.any(String),
      session_state: expect.any(String),
    });
    expect(await (await fetch(end)).text()).toContain('Consent recorded (sandbox)');
    expect((await askToken(sandbox, tenant.tenantId)).status).toBe(200);
  });

  it('grants on Accept of both admin-consent links', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const tenant = customer(sandbox, 'partial');
      const end = await press(adminLink(tenant.domain, version), 'accept');
      expect(`${end.origin}${end.pathname}`).toBe('http://localhost:4711/done');
      expect(parameters(end)).toEqual({
        admin_consent: 'True',
        tenant: tenant.tenantId,
        state: 'state-1',
        ...(version === 'v2' ? { scope: SCOPE } : {}),
      });
      expect(sandbox.tenants.find((one) => one.tenantId === tenant.tenantId)?.state).toBe('consented');
    }
  });

  it('changes nothing on Cancel, and answers in the words of each link', async () => {
    const tenant = customer(sandbox, 'notConsentedOld');
    expect(parameters(await press(seedLink(), 'cancel', tenant.tenantId))).toEqual({
      error: 'access_denied',
      error_description: 'the user canceled the authentication',
    });
    expect(parameters(await press(adminLink(tenant.tenantId, 'v1'), 'cancel'))).toEqual({
      error: 'permission_denied',
      error_description: 'The admin canceled the request',
      state: 'state-1',
    });
    const v2 = parameters(await press(adminLink(tenant.tenantId, 'v2'), 'cancel'));
    expect(v2).toMatchObject({ error: 'consent_required', admin_consent: 'True', state: 'state-1' });
    expect(v2.error_description).toMatch(/^AADSTS65004: /);
    expect((await askToken(sandbox, tenant.tenantId)).body.error_codes).toEqual([700016]);
  });

  it.each(['resourceMissing', 'notLicensed'] as const)('refuses %s with AADSTS650052', async (state) => {
    const tenant = customer(sandbox, state);
    const end = await press(adminLink(tenant.tenantId, 'v1'), 'accept');
    expect(end.searchParams.get('error')).toBe('invalid_client');
    expect(end.searchParams.get('error_description')).toMatch(/^AADSTS650052: /);
    expect(end.searchParams.has('admin_consent')).toBe(false);
  });

  it.each([
    ['an unregistered redirect URI', () => adminLink('organizations', 'v1', { redirect_uri: 'https://elsewhere.example/' }), 50011],
    [
      'a redirect URI that only looks local',
      () => adminLink('organizations', 'v1', { redirect_uri: 'http://localhost.elsewhere.example/' }),
      50011,
    ],
    ['an unknown app', () => adminLink('organizations', 'v1', { client_id: sandbox.partner.secretId }), 700016],
    ['a scope without /.default', () => adminLink('organizations', 'v2', { scope: 'Incident.Read.All' }), 70011],
    ['the common tenant on v2.0', () => adminLink('common', 'v2'), 900023],
    ['an unknown tenant', () => adminLink('unknown-company.example', 'v1'), 90002],
  ])('refuses %s on a page, without going anywhere', async (_, link, code) => {
    for (const method of ['GET', 'POST']) {
      const response = await fetch(link(), { method, redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(`AADSTS${code}`);
    }
  });

  it('asks again when nobody was chosen', async () => {
    const response = await fetch(seedLink(), { method: 'POST', body: new URLSearchParams({ decision: 'accept' }), redirect: 'manual' });
    expect(response.status).toBe(400);
  });
});
