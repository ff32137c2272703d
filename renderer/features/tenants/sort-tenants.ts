import type { Tenant } from '../../../contract/tenant';
import type { TableSort } from '../../ui/table-columns';
import { byUrgency } from '../common/state-words';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const ORDERS: Record<string, (a: Tenant, b: Tenant) => number> = {
  name: (a, b) => collator.compare(a.displayName, b.displayName),
  state: byUrgency,
  labels: (a, b) => collator.compare(labels(a), labels(b)),
  incidents: (a, b) => a.incidentCount - b.incidentCount,
  lastComplete: (a, b) => (a.health.lastCompleteAt ?? 0) - (b.health.lastCompleteAt ?? 0),
};

/** Tenants in the order of a column; equals stay in the order they came in. */
export function sortTenants(tenants: readonly Tenant[], { column, descending }: TableSort): Tenant[] {
  const order = ORDERS[column];
  if (!order) return [...tenants];
  return tenants.toSorted((a, b) => (descending ? order(b, a) : order(a, b)));
}

/** Those in a group first, by its name; the others after them. */
function labels({ profile }: Tenant): string {
  return [profile.group || '\uFFFF', ...profile.tags].join(' ');
}

/** Tenants whose name, domain, ID, group, owner or a tag of which contains the text. */
export function findTenants(tenants: readonly Tenant[], text: string): readonly Tenant[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return tenants;
  return tenants.filter(({ displayName, domain, tenantId, profile: { group, owner, tags } }) =>
    [displayName, domain ?? '', tenantId, group, owner, ...tags].some((value) => value.toLowerCase().includes(wanted)),
  );
}
