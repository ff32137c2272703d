import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveTenant } from '../../../main/identity/resolve-tenant';
import { type PartnerAtSandbox, partnerAtSandbox, QUICK } from './partner';

let at: PartnerAtSandbox;
beforeAll(async () => {
  at = await partnerAtSandbox({ tenants: 3, incidents: 10 });
});
afterAll(() => at.sandbox.close());

const resolve = (typed: string, instanceNames: string[] = []) =>
  resolveTenant(typed, {
    environment: { ...at.environment, instanceNames },
    homeTenantId: at.sandbox.partner.homeTenantId,
    fetch,
    now: Date.now,
    limits: QUICK,
  });
const first = () => {
  const [tenant] = at.sandbox.tenants;
  if (!tenant) throw new Error('The sandbox has no tenants');
  return tenant;
};

describe('resolving tenants at a login service', () => {
  it('finds a tenant by its domain, an address of it, and its ID', async () => {
    const { tenantId, domain } = first();
    for (const typed of [domain, ` ADA@${domain.toUpperCase()} `])
      expect(await resolve(typed)).toMatchObject({ ok: true, tenant: { tenantId, domain, verified: true } });
    expect(await resolve(`https://security.microsoft.com/?tid=${tenantId}`)).toMatchObject({
      ok: true,
      tenant: { tenantId, verified: true },
    });
  });

  it('says when nobody knows the domain or the ID', async () => {
    expect(await resolve('nobody.example')).toMatchObject({ ok: false, problem: { code: 'tenantNotFound', aadsts: 90002 } });
    expect(await resolve('00000000-1111-4222-8333-444444444444')).toMatchObject({ ok: false, problem: { code: 'tenantNotFound' } });
  });

  it('says when the tenant is in another cloud, and in which', async () => {
    expect(await resolve(at.sandbox.foreign.domain, ['microsoftonline.com'])).toMatchObject({
      ok: false,
      problem: { code: 'otherCloud', detail: 'microsoftonline.us' },
    });
  });

  it('knows a cloud from a file by where the partner itself is', async () => {
    expect(await resolve(at.sandbox.foreign.domain)).toMatchObject({
      ok: false,
      problem: { code: 'otherCloud', detail: 'microsoftonline.us' },
    });
    expect(await resolve(first().domain)).toMatchObject({ ok: true, tenant: { verified: true } });
  });

  it('takes an ID unverified, but no domain, while the service is silent', async () => {
    const { tenantId, domain } = first();
    at.sandbox.control.fault({ match: 'metadata', hang: true });
    expect(await resolve(tenantId)).toEqual({ ok: true, tenant: { tenantId, verified: false } });
    expect(await resolve(domain)).toMatchObject({ ok: false, problem: { code: 'timeout' } });
    at.sandbox.control.clearFaults();
  });
});
