import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../sandbox/directory/directory';
import { partnerOf } from '../../../../sandbox/directory/partner';
import { customerTenant } from '../../../../sandbox/directory/tenants';

const customers = (seed: number, count: number) => Array.from({ length: count }, (_, ordinal) => customerTenant(seed, ordinal, 200));

describe('customer tenants', () => {
  it('are the same for the same seed, whatever their number', () => {
    expect(customers(7, 500).slice(0, 20)).toEqual(customers(7, 20));
    expect(customers(8, 1)[0]?.tenantId).not.toBe(customers(7, 1)[0]?.tenantId);
  });

  it('are 5,000 different companies under reserved domains', () => {
    const all = customers(1, 5_000);
    expect(new Set(all.map((tenant) => tenant.displayName)).size).toBe(5_000);
    expect(new Set(all.map((tenant) => tenant.tenantId)).size).toBe(5_000);
    expect(all.every((tenant) => tenant.domain.endsWith('.example') && tenant.initialDomain.endsWith('.example'))).toBe(true);
  });

  it('show, in the first dozen, seven that work and one each of the common troubles', () => {
    const count = new Map<string, number>();
    for (const { state } of customers(1, 12)) count.set(state, (count.get(state) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({
      consented: 7,
      notConsented: 1,
      notConsentedOld: 1,
      partial: 1,
      notLicensed: 1,
      appDisabled: 1,
    });
  });

  it('are found by ID and both domains, in any case', () => {
    const [tenant] = customers(1, 1);
    const directory = new Directory(tenant ? [tenant] : []);
    for (const name of [tenant?.tenantId, tenant?.domain, tenant?.initialDomain]) {
      expect(directory.find(name?.toUpperCase() ?? '')).toBe(tenant);
    }
    expect(directory.find('elsewhere.example')).toBeUndefined();
  });
});

describe('the partner app', () => {
  it('has a secret shaped like the real ones, and an ID beside it that is a GUID', () => {
    const partner = partnerOf(3, customerTenant(3, 0, 1).tenantId);
    expect(partner.clientSecret).toMatch(/^.{3}8Q~[\w.-]{34}$/);
    expect(partner.secretId).toMatch(/^[0-9a-f-]{36}$/);
    expect(partner).toEqual(partnerOf(3, partner.homeTenantId));
  });
});
