import type { FacetKind, FilterChoices, IncidentGrouping } from '../../../contract/incident-filter';
import type { Tenant } from '../../../contract/tenant';
import type { IncidentFilter } from '../../store/incident-filter';
import { productName, spoken } from '../common/incident-words';

/** What the list can be narrowed by beside severity, status, tenant and text. */
export type FilterPart = 'assignees' | 'tenantGroups' | FacetKind;

export const FILTER_PARTS: readonly { part: FilterPart; label: string }[] = [
  { part: 'assignees', label: 'Assigned to' },
  { part: 'tenantGroups', label: 'Tenant group' },
  { part: 'service', label: 'Service' },
  { part: 'detection', label: 'Detection source' },
  { part: 'category', label: 'Category' },
  { part: 'technique', label: 'MITRE technique' },
  { part: 'tag', label: 'Tag' },
];

export const GROUPINGS: readonly { groupBy: IncidentGrouping | null; label: string }[] = [
  { groupBy: null, label: 'Nothing' },
  { groupBy: 'tenant', label: 'Tenant' },
  { groupBy: 'severity', label: 'Severity' },
  { groupBy: 'status', label: 'Status' },
  { groupBy: 'assignedTo', label: 'Assigned to' },
];

export const SPANS: readonly { hours: number | null; label: string }[] = [
  { hours: null, label: 'Any time' },
  { hours: 1, label: 'Last hour' },
  { hours: 8, label: 'Last 8 hours' },
  { hours: 24, label: 'Last 24 hours' },
  { hours: 72, label: 'Last 3 days' },
  { hours: 168, label: 'Last 7 days' },
  { hours: 720, label: 'Last 30 days' },
];

/** A value of a part for people. */
export function choiceWords(part: FilterPart, value: string): string {
  switch (part) {
    case 'assignees':
      return value === '' ? 'Unassigned' : value;
    case 'tenantGroups':
      return value === '' ? 'In no group' : value;
    case 'service':
    case 'detection':
      return productName(value);
    case 'category':
      return spoken(value);
    case 'technique':
    case 'tag':
      return value;
  }
}

/** What is chosen of a part. */
export function chosenOf(filter: IncidentFilter, part: FilterPart): readonly string[] {
  return part === 'assignees' || part === 'tenantGroups' ? filter[part] : (filter.facets[part] ?? []);
}

/** The change of a filter that chooses these values of a part. */
export function choosing(filter: IncidentFilter, part: FilterPart, values: readonly string[]): Partial<IncidentFilter> {
  if (part === 'assignees' || part === 'tenantGroups') return { [part]: values };
  return { facets: { ...filter.facets, [part]: values } };
}

/** The values there are of a part. */
export function choicesOf(part: FilterPart, choices: FilterChoices | null, tenants: readonly Tenant[]): readonly string[] {
  switch (part) {
    case 'tenantGroups':
      return [...new Set(tenants.map(({ profile }) => profile.group))].toSorted(
        (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
      );
    case 'assignees':
      return choices?.assignees.map(({ value }) => value) ?? [];
    default:
      return choices?.facets[part] ?? [];
  }
}
