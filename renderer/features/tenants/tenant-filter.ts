import type { Tenant, TenantState } from '../../../contract/tenant';
import type { TenantProfile } from '../../../contract/tenant-profile';

/** What the list is narrowed to. An empty list of a kind narrows nothing; several of one kind widen each other. */
export interface TenantFilter {
  /** An empty name: tenants in no group. */
  groups: readonly string[];
  tags: readonly string[];
  states: readonly TenantState[];
}

export const NO_FILTER: TenantFilter = { groups: [], tags: [], states: [] };

export function isFiltered({ groups, tags, states }: TenantFilter): boolean {
  return groups.length + tags.length + states.length > 0;
}

/** Tenants in one of the groups, with one of the tags, in one of the states. */
export function filterTenants(tenants: readonly Tenant[], filter: TenantFilter): readonly Tenant[] {
  if (!isFiltered(filter)) return tenants;
  const groups = new Set(filter.groups);
  const tags = new Set(filter.tags.map((tag) => tag.toLowerCase()));
  const states = new Set<TenantState>(filter.states);
  return tenants.filter(
    ({ profile, health }) =>
      (groups.size === 0 || groups.has(profile.group)) &&
      (tags.size === 0 || profile.tags.some((tag) => tags.has(tag.toLowerCase()))) &&
      (states.size === 0 || states.has(health.state)),
  );
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** The groups there are, by name; `''` last, where some tenants are in none. */
export function groupsOf(tenants: readonly { profile: TenantProfile }[]): string[] {
  const names = new Set(tenants.map(({ profile }) => profile.group));
  const none = names.delete('');
  return [...[...names].toSorted(collator.compare), ...(none && names.size > 0 ? [''] : [])];
}

/** The tags there are, by name, each once without regard to case. */
export function tagsOf(tenants: readonly { profile: TenantProfile }[]): string[] {
  const byFolded = new Map<string, string>();
  for (const { profile } of tenants)
    for (const tag of profile.tags) byFolded.set(tag.toLowerCase(), byFolded.get(tag.toLowerCase()) ?? tag);
  return [...byFolded.values()].toSorted(collator.compare);
}
