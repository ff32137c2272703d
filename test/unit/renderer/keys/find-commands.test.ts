import { expect, it } from 'vitest';
import type { Tenant } from '../../../../contract/tenant';
import { EMPTY_PROFILE } from '../../../../contract/tenant-profile';
import { findCommands } from '../../../../renderer/keys/find-commands';

const tenant = (number: number, displayName: string, group = ''): Tenant => ({
  tenantId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  displayName,
  domain: `${displayName.toLowerCase()}.example`,
  profile: { ...EMPTY_PROFILE, group },
  appIds: [],
  addedAt: 0,
  health: { state: 'fresh', refreshing: false },
  incidentCount: 0,
});
const chosen: string[] = [];
const SOURCES = {
  actions: [{ id: 'a', label: 'Show the keys', group: 'Everywhere' as const, keys: ['?'], run: () => chosen.push('keys') }],
  tenants: [tenant(1, 'Contoso', 'North'), tenant(2, 'Northwind')],
  onTenant: (one: Tenant, what: string) => chosen.push(`${one.displayName} ${what}`),
};
const found = (text: string) => findCommands(text, SOURCES).map(({ label, detail }) => `${label}: ${detail}`);

it('offers everything at first: actions, then tenants', () => {
  expect(found('')).toEqual(['Show the keys: Everywhere', 'Contoso: Show incidents', 'Northwind: Show incidents']);
});

it('finds by all words, also by what is not shown; names that begin so come first', () => {
  expect(found('north')).toEqual([
    'Northwind: Show incidents',
    'Northwind: Open tenant',
    'Contoso: Show incidents',
    'Contoso: Open tenant',
  ]);
  expect(found('contoso.example open')).toEqual(['Contoso: Open tenant']);
  expect(found('no such thing')).toEqual([]);
});

it('does what was chosen, to that tenant', () => {
  findCommands('contoso', SOURCES).map(({ run }) => run());
  expect(chosen).toEqual(['Contoso incidents', 'Contoso details']);
});
