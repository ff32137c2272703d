import { describe, expect, it } from 'vitest';
import type { Tenant, TenantState } from '../../../../contract/tenant';
import { EMPTY_PROFILE, type TenantProfile } from '../../../../contract/tenant-profile';
import { formOf, profileOf } from '../../../../renderer/store/profile-form';
import { findTenants, sortTenants } from '../../../../renderer/features/tenants/sort-tenants';
import { filterTenants, groupsOf, NO_FILTER, tagsOf } from '../../../../renderer/features/tenants/tenant-filter';

const tenant = (name: string, profile: Partial<TenantProfile>, state: TenantState = 'fresh'): Tenant => ({
  tenantId: `00000000-0000-4000-8000-${name.toLowerCase().padStart(12, '0')}`,
  displayName: name,
  domain: `${name.toLowerCase()}.example`,
  appIds: [],
  profile: { ...EMPTY_PROFILE, ...profile },
  addedAt: 0,
  incidentCount: 0,
  health: { state, refreshing: false },
});
const LIST = [
  tenant('Alpha', { group: 'Retail', tags: ['gold', 'Night'] }),
  tenant('Beta', { group: 'Energy', tags: ['Gold'], owner: 'Ada' }, 'consentMissing'),
  tenant('Gamma', {}, 'stale'),
  tenant('Delta', { group: 'Retail', notes: 'gold' }, 'consentMissing'),
];
const names = (tenants: readonly Tenant[]) => tenants.map(({ displayName }) => displayName);

describe('the list of tenants', () => {
  it.each([
    ['alph', ['Alpha']],
    ['BETA.example', ['Beta']],
    ['00000gamma', ['Gamma']],
    ['gold', ['Alpha', 'Beta']],
    ['retail', ['Alpha', 'Delta']],
    [' ada ', ['Beta']],
    ['', names(LIST)],
    ['nothing', []],
  ])('is searched for %j', (text, found) => expect(names(findTenants(LIST, text))).toEqual(found));

  it('is narrowed by any of a kind, and by every kind', () => {
    expect(filterTenants(LIST, NO_FILTER)).toBe(LIST);
    expect(names(filterTenants(LIST, { ...NO_FILTER, groups: ['Retail', ''] }))).toEqual(['Alpha', 'Gamma', 'Delta']);
    expect(names(filterTenants(LIST, { ...NO_FILTER, tags: ['gold'] }))).toEqual(['Alpha', 'Beta']);
    expect(names(filterTenants(LIST, { groups: ['Retail'], tags: [], states: ['consentMissing'] }))).toEqual(['Delta']);
    expect(filterTenants(LIST, { groups: ['Energy'], tags: ['night'], states: [] })).toEqual([]);
  });

  it('offers the groups and tags there are', () => {
    expect(groupsOf(LIST)).toEqual(['Energy', 'Retail', '']);
    expect(groupsOf([tenant('A', {})])).toEqual([]);
    expect(tagsOf(LIST)).toEqual(['gold', 'Night']);
  });

  it('is sorted by group and tags, those without at the end', () => {
    expect(names(sortTenants(LIST, { column: 'labels', descending: false }))).toEqual(['Beta', 'Delta', 'Alpha', 'Gamma']);
  });
});

describe('the form of a profile', () => {
  const profile: TenantProfile = {
    group: 'Retail',
    tags: ['gold', 'night'],
    owner: 'Ada',
    contact: 'x',
    notes: 'y',
    colour: 'teal',
    surface: null,
  };

  it('comes back as it was', () => expect(profileOf(formOf(profile))).toEqual({ profile }));

  it('takes tags apart however they are parted', () => {
    expect(profileOf({ ...formOf(profile), tags: ' a; b,,A | c' })).toEqual({ profile: { ...profile, tags: ['a', 'b', 'c'] } });
  });

  it.each([
    ['group', 'x'.repeat(81)],
    ['tags', 'x'.repeat(41)],
    ['owner', 'x'.repeat(201)],
    ['notes', 'x'.repeat(4_001)],
  ] as const)('says what is wrong with %s', (field, typed) => {
    expect(profileOf({ ...formOf(profile), [field]: typed })).toEqual({ field, why: expect.stringContaining('most') });
  });
});
