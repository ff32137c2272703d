import { describe, expect, it } from 'vitest';
import { resolveTenant } from '../../../main/identity/resolve-tenant';
import { json } from './fake-entra';
import { CLOUD, NOW, OTHER_TENANT, TENANT } from './token';

async function resolve(typed: string, reply: () => Response | Promise<Response>) {
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return reply();
  };
  return { answer: await resolveTenant(typed, { environment: CLOUD, homeTenantId: TENANT, fetch, now: () => NOW }), urls };
}
const metadata = (changes: object = {}) =>
  json(200, {
    issuer: `https://login.lab.example/${TENANT}/v2.0`,
    cloud_instance_name: 'lab.example',
    tenant_region_scope: 'EU',
    ...changes,
  });
const offline = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }));

describe('resolving a tenant', () => {
  it('asks the metadata of a domain', async () => {
    const { answer, urls } = await resolve('ada@Contoso.com', () => metadata());
    expect(answer).toEqual({ ok: true, tenant: { tenantId: TENANT, verified: true, domain: 'contoso.com', region: 'EU' } });
    expect(urls).toEqual(['https://login.lab.example/contoso.com/v2.0/.well-known/openid-configuration']);
  });

  it('reads the ID from the token endpoint where the issuer has none', async () => {
    const { answer } = await resolve('contoso.com', () =>
      metadata({ issuer: 'https://x/{tenantid}', token_endpoint: `https://x/${TENANT.toUpperCase()}/oauth2/v2.0/token` }),
    );
    expect(answer).toMatchObject({ ok: true, tenant: { tenantId: TENANT } });
  });

  it('accepts an ID as typed while the login service cannot be reached, and says so', async () => {
    expect((await resolve(TENANT, offline)).answer).toEqual({ ok: true, tenant: { tenantId: TENANT, verified: false } });
    expect((await resolve('contoso.com', offline)).answer).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  });

  it.each([
    [
      'an unknown domain',
      'nowhere.example',
      () =>
        json(400, { error: 'invalid_tenant', error_description: "AADSTS90002: Tenant 'nowhere.example' not found.", error_codes: [90002] }),
      'tenantNotFound',
    ],
    [
      'an unknown ID',
      TENANT,
      () => json(400, { error: 'invalid_tenant', error_description: 'AADSTS90002: not found', error_codes: [90002] }),
      'tenantNotFound',
    ],
    ['a bare 404', 'nowhere.example', () => new Response('', { status: 404 }), 'tenantNotFound'],
    ['a tenant of another cloud', 'contoso.com', () => metadata({ cloud_instance_name: 'microsoftonline.us' }), 'otherCloud'],
    ['a web page', 'contoso.com', () => new Response('<html></html>'), 'unreadable'],
    ['metadata without an ID', 'contoso.com', () => json(200, {}), 'unreadable'],
    ['metadata of another ID', TENANT, () => metadata({ issuer: `https://x/${OTHER_TENANT}/` }), 'unreadable'],
    ['nonsense', 'contoso', () => metadata(), 'tenantNotFound'],
  ])('names %s', async (_name, typed, reply, code) => {
    expect((await resolve(typed, reply)).answer).toMatchObject({ ok: false, problem: { code } });
  });

  it('names the other cloud', async () => {
    const { answer } = await resolve('contoso.com', () => metadata({ cloud_instance_name: 'microsoftonline.us' }));
    expect(answer).toMatchObject({ problem: { detail: 'microsoftonline.us' } });
  });
});
