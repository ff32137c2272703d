import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox, TenantState } from '../../../sandbox/index';
import { askToken, customer, open, SCOPE, tokenOf } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await open({ tenants: 14, incidents: 5 });
});
afterAll(() => sandbox.close());

describe('a token', () => {
  it('is signed, and says what a v1.0 token of the Defender API says', async () => {
    const tenant = customer(sandbox);
    const keys = createRemoteJWKSet(new URL(`${sandbox.url}/common/discovery/keys`));
    const { payload, protectedHeader } = await jwtVerify(await tokenOf(sandbox, tenant.domain), keys, {
      audience: 'https://api.security.microsoft.com',
      issuer: `${sandbox.url}/${tenant.tenantId}/`,
    });
    expect(payload).toMatchObject({
      tid: tenant.tenantId,
      appid: sandbox.partner.clientId,
      appidacr: '1',
      idtyp: 'app',
      ver: '1.0',
      roles: ['Incident.Read.All', 'Incident.ReadWrite.All', 'AdvancedHunting.Read.All'],
    });
    expect(payload.oid).toBe(payload.sub);
    expect(protectedHeader.x5t).toBe(protectedHeader.kid);
  });

  it('comes with numbers from v2.0 and with text from v1.0', async () => {
    const { tenantId } = customer(sandbox);
    const v2 = await askToken(sandbox, tenantId);
    expect(v2.body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
    const v1 = await askToken(sandbox, tenantId, {}, 'v1');
    expect(v1.body).toMatchObject({ token_type: 'Bearer', expires_in: '3599', resource: 'https://api.security.microsoft.com' });
    expect(v1.body.expires_on).toMatch(/^\d{10}$/);
    expect(v1.headers.get('cache-control')).toContain('no-store');
  });

  it('is given to HTTP Basic too', async () => {
    const { tenantId } = customer(sandbox);
    const { clientId, clientSecret } = sandbox.partner;
    const basic = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const response = await fetch(`${sandbox.url}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPE }),
    });
    expect(response.status).toBe(200);
  });

  it('is of another tenant when the test says so', async () => {
    const [asked, other] = sandbox.tenants.filter((tenant) => tenant.state === 'consented');
    if (!asked || !other) throw new Error('two tenants are needed');
    sandbox.control.issueTokenFor(asked.tenantId, other.tenantId);
    const claims = JSON.parse(Buffer.from((await tokenOf(sandbox, asked.tenantId)).split('.')[1] ?? '', 'base64url').toString()) as {
      tid: string;
    };
    sandbox.control.issueTokenFor(asked.tenantId, null);
    expect(claims.tid).toBe(other.tenantId);
  });
});

describe('tenant states', () => {
  it.each<[TenantState, number, string, number]>([
    ['notConsented', 401, 'invalid_client', 7000229],
    ['notConsentedOld', 400, 'unauthorized_client', 700016],
    ['resourceMissing', 400, 'invalid_resource', 500011],
    ['appDisabled', 400, 'unauthorized_client', 7000112],
    ['secretExpired', 401, 'invalid_client', 7000222],
    ['conditionalAccess', 400, 'invalid_grant', 53003],
    ['unknownTenant', 400, 'invalid_request', 90002],
    ['tenantBlocked', 400, 'invalid_request', 5000224],
  ])('%s: %i %s AADSTS%i', async (state, status, error, code) => {
    const tenant = customer(sandbox, state);
    const { clientId, clientSecret } = sandbox.partner;
    const answer = await askToken(sandbox, tenant.tenantId);
    sandbox.control.setTenantState(tenant.tenantId, 'consented');
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([status, error, [code]]);
    expect(answer.body.error_description).toMatch(
      new RegExp(`^AADSTS${code}: .+\\s+Trace ID: ${String(answer.body.trace_id)}\\s+Correlation ID: \\S+\\s+Timestamp: .+Z$`),
    );
    expect(answer.body.error_uri).toMatch(new RegExp(`error\\?code=${code}$`));
    expect(JSON.stringify(answer.body)).not.toContain(clientSecret);
    expect(clientId).not.toBe('');
  });

  it.each<[TenantState, string[] | undefined]>([
    ['partial', ['AdvancedHunting.Read.All']],
    ['noRoles', undefined],
    ['notLicensed', ['Incident.Read.All', 'Incident.ReadWrite.All', 'AdvancedHunting.Read.All']],
  ])('%s: a token with roles %j', async (state, roles) => {
    const tenant = customer(sandbox, state);
    const token = await tokenOf(sandbox, tenant.tenantId);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { roles?: string[] };
    expect(claims.roles).toEqual(roles);
  });

  it('adds claims and suberror for Conditional Access', async () => {
    const tenant = customer(sandbox, 'conditionalAccess');
    const { body } = await askToken(sandbox, tenant.tenantId);
    sandbox.control.setTenantState(tenant.tenantId, 'consented');
    expect(body.suberror).toBe('message_only');
    expect(JSON.parse(String(body.claims))).toHaveProperty('access_token.capolids.essential', true);
  });
});

describe('wrong requests', () => {
  it.each<[string, Record<string, string | null>, 'v1' | 'v2', number, number]>([
    ['wrong secret', { client_secret: 'wrong' }, 'v2', 401, 7000215],
    ['no credential', { client_secret: null }, 'v2', 401, 7000218],
    ['unknown app', { client_id: 'aaaaaaaa-0000-4000-8000-000000000000' }, 'v2', 400, 700016],
    ['client ID that is no GUID', { client_id: 'my-app' }, 'v2', 400, 90112],
    ['resource on v2.0', { resource: 'https://api.security.microsoft.com' }, 'v2', 400, 901002],
    ['scope without /.default', { scope: 'https://api.security.microsoft.com/Incident.Read.All' }, 'v2', 400, 1002012],
    ['two resources', { scope: `${SCOPE} https://graph.microsoft.com/.default` }, 'v2', 400, 28002],
    ['no scope', { scope: null }, 'v2', 400, 900144],
    ['no resource', { resource: null }, 'v1', 400, 900144],
    ['unknown resource', { scope: 'https://api.elsewhere.example/.default' }, 'v2', 400, 500011],
    ['no grant type', { grant_type: null }, 'v2', 400, 900144],
    ['another grant type', { grant_type: 'password' }, 'v2', 400, 70003],
  ])('%s', async (_, fields, version, status, code) => {
    const answer = await askToken(sandbox, customer(sandbox).tenantId, fields, version);
    expect([answer.status, answer.body.error_codes]).toEqual([status, [code]]);
  });

  it('names the secret ID as the likely mistake', async () => {
    const { body } = await askToken(sandbox, customer(sandbox).tenantId, { client_secret: sandbox.partner.secretId });
    expect(body.error_description).toContain('not the client secret ID');
  });

  it.each([
    ['common', 9001023],
    ['organizations', 9001023],
    ['undefined', 900023],
    ['unknown-company.example', 90002],
  ])('tenant %s', async (tenant, code) => {
    expect((await askToken(sandbox, tenant)).body.error_codes).toEqual([code]);
  });

  it('other verbs than POST', async () => {
    const response = await fetch(`${sandbox.url}/${customer(sandbox).tenantId}/oauth2/v2.0/token`);
    expect([response.status, ((await response.json()) as { error_codes: number[] }).error_codes]).toEqual([400, [900561]]);
  });

  it('gives back the correlation ID of the client', async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const response = await fetch(`${sandbox.url}/common/oauth2/v2.0/token`, { method: 'POST', headers: { 'client-request-id': id } });
    expect(((await response.json()) as { correlation_id: string }).correlation_id).toBe(id);
  });
});

describe('the partner credential', () => {
  it('can expire or turn wrong for every tenant at once', async () => {
    const { tenantId } = customer(sandbox);
    sandbox.control.setCredential('expired');
    expect((await askToken(sandbox, tenantId)).body.error_codes).toEqual([7000222]);
    sandbox.control.setCredential('wrong');
    expect((await askToken(sandbox, tenantId)).body.error_codes).toEqual([7000215]);
    sandbox.control.setCredential('valid');
    expect((await askToken(sandbox, tenantId)).status).toBe(200);
  });

  it('of the second registration has expired', async () => {
    const { clientId, clientSecret } = sandbox.partner.expiredApp;
    const { body } = await askToken(sandbox, customer(sandbox).tenantId, { client_id: clientId, client_secret: clientSecret });
    expect(body.error_codes).toEqual([7000222]);
  });
});

describe('OpenID metadata', () => {
  const metadata = async (path: string) => {
    const response = await fetch(`${sandbox.url}/${path}/.well-known/openid-configuration`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('leads from a domain to the tenant ID', async () => {
    const tenant = customer(sandbox);
    const v2 = await metadata(`${tenant.domain}/v2.0`);
    expect(v2.body.issuer).toBe(`${sandbox.url}/${tenant.tenantId}/v2.0`);
    expect(v2.body.cloud_instance_name).toBe('microsoftonline.com');
    expect((await metadata(tenant.tenantId)).body.issuer).toBe(`${sandbox.url}/${tenant.tenantId}/`);
  });

  it('tells of a tenant in another cloud', async () => {
    expect((await metadata(`${sandbox.foreign.domain}/v2.0`)).body.cloud_instance_name).toBe('microsoftonline.us');
    expect((await askToken(sandbox, sandbox.foreign.domain)).body.error_codes).toEqual([90038]);
  });

  it('does not know unknown domains', async () => {
    const { status, body } = await metadata('unknown-company.example/v2.0');
    expect([status, body.error, body.error_codes]).toEqual([400, 'invalid_tenant', [90002]]);
  });
});
