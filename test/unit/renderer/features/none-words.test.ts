import { describe, expect, it } from 'vitest';
import type { Tenant } from '../../../../contract/tenant';
import { noneFits, reasonForNone } from '../../../../renderer/features/incidents/none-words';

const tenants = [{ health: { state: 'fresh' } }, { health: { state: 'failed', problem: { code: 'appDisabled' } } }] as Tenant[];
const fresh = { total: 2, byState: { fresh: 2 } };
const gap = { total: 2, byState: { fresh: 1, failed: 1 } };

describe('why no row is shown', () => {
  const parts = { failure: null, tenantsState: 'ready', tenants, narrowed: false, coverage: fresh } as const;

  it('no tenant is known only once they were read', () => {
    expect(reasonForNone({ ...parts, tenants: [], tenantsState: 'loading' })).toBe('loading');
    expect(reasonForNone({ ...parts, tenants: [] })).toBe('noTenants');
  });

  it('that there are none is said only where all were read lately', () => {
    expect(reasonForNone(parts)).toBe('none');
    expect(reasonForNone({ ...parts, coverage: gap })).toBe('unknown');
    expect(reasonForNone({ ...parts, coverage: null })).toBe('unknown');
    expect(reasonForNone({ ...parts, narrowed: true })).toBe('narrowed');
  });
});

describe('where none fits the filters', () => {
  it('nothing more is said only where all tenants were read lately and all is searchable', () => {
    expect(noneFits({ coverage: fresh, search: null }, tenants)).toEqual([]);
    expect(noneFits({ coverage: fresh, search: { searchable: 9, total: 9 } }, tenants)).toEqual([]);
  });

  it('it is said who was not read, and what is not searchable yet', () => {
    const words = noneFits({ coverage: gap, search: { searchable: 3, total: 9 } }, tenants);
    expect(words[0]).toMatch(/^That does not mean there are none: 1 of 2 tenants fresh · 1 failed: app switched off/);
    expect(words[1]).toMatch(/^Search covers 3 of 9/);
  });
});
