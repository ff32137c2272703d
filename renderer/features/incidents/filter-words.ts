import { i18n } from '@lingui/core';
import type { FacetKind, FilterChoices, IncidentGrouping } from '../../../contract/incident-filter';
import type { Tenant } from '../../../contract/tenant';
import type { IncidentFilter } from '../../store/incident-filter';
import { productName, spoken } from '../common/incident-words';

/** What the list can be narrowed by beside severity, status, tenant and text. */
export type FilterPart = ListPart | FacetKind;
type ListPart = 'assignees' | 'tenantIds' | 'tenantGroups';

export const FILTER_PARTS: readonly { part: FilterPart; label: string }[] = [
  { part: 'assignees', label: /*i18n*/ 'Assigned to' },
  { part: 'tenantIds', label: /*i18n*/ 'Tenant' },
  { part: 'tenantGroups', label: /*i18n*/ 'Tenant group' },
  { part: 'service', label: /*i18n*/ 'Service' },
  { part: 'detection', label: /*i18n*/ 'Detection source' },
  { part: 'category', label: /*i18n*/ 'Category' },
  { part: 'technique', label: /*i18n*/ 'MITRE technique' },
  { part: 'tag', label: /*i18n*/ 'Tag' },
];

export const GROUPINGS: readonly { groupBy: IncidentGrouping | null; label: string }[] = [
  { groupBy: null, label: /*i18n*/ 'Nothing' },
  { groupBy: 'tenant', label: /*i18n*/ 'Tenant' },
  { groupBy: 'severity', label: /*i18n*/ 'Severity' },
  { groupBy: 'status', label: /*i18n*/ 'Status' },
  { groupBy: 'assignedTo', label: /*i18n*/ 'Assigned to' },
];

export const SPANS: readonly { hours: number | null; label: string }[] = [
  { hours: null, label: /*i18n*/ 'Any time' },
  { hours: 1, label: /*i18n*/ 'Last hour' },
  { hours: 8, label: /*i18n*/ 'Last 8 hours' },
  { hours: 24, label: /*i18n*/ 'Last 24 hours' },
  { hours: 72, label: /*i18n*/ 'Last 3 days' },
  { hours: 168, label: /*i18n*/ 'Last 7 days' },
  { hours: 720, label: /*i18n*/ 'Last 30 days' },
];

/** A value of a part for people. */
export function choiceWords(part: FilterPart, value: string, tenants: readonly Tenant[] = []): string {
  switch (part) {
    case 'tenantIds':
      return tenants.find(({ tenantId }) => tenantId === value)?.displayName ?? value;
    case 'assignees':
      return value === '' ? i18n.t('Unassigned') : value;
    case 'tenantGroups':
      return value === '' ? i18n.t('In no group') : value;
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

const isListPart = (part: FilterPart): part is ListPart => part === 'assignees' || part === 'tenantIds' || part === 'tenantGroups';

/** What is chosen of a part. */
export function chosenOf(filter: IncidentFilter, part: FilterPart): readonly string[] {
  return isListPart(part) ? filter[part] : (filter.facets[part] ?? []);
}

/** The change of a filter that chooses these values of a part. */
export function choosing(filter: IncidentFilter, part: FilterPart, values: readonly string[]): Partial<IncidentFilter> {
  if (isListPart(part)) return { [part]: values };
  return { facets: { ...filter.facets, [part]: values } };
}

/** The values there are of a part, of what is stored. */
export function storedChoices(part: FilterPart, { assignees, facets }: FilterChoices): readonly string[] {
  if (part === 'assignees') return assignees.map(({ value }) => value);
  return isListPart(part) ? [] : facets[part];
}

/** The values there are of a part, of the tenants. */
export function tenantChoices(part: FilterPart, tenants: readonly Tenant[]): readonly string[] {
  if (part === 'tenantIds') return tenants.map(({ tenantId }) => tenantId);
  if (part !== 'tenantGroups') return [];
  return [...new Set(tenants.map(({ profile }) => profile.group))].toSorted(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  );
}

/** How many of the conditions that have no place in the toolbar are in use. */
export function waysNarrowed(filter: IncidentFilter): number {
  const {
    updatedWithinHours,
    updatedFrom,
    updatedBefore,
    createdFrom,
    createdBefore,
    openAt,
    resolvedFrom,
    exceptStatuses,
    entities,
    similarTo,
  } = filter;
  const others = [
    updatedWithinHours !== null || updatedFrom !== null || updatedBefore !== null,
    createdFrom !== null || createdBefore !== null,
    openAt !== null,
    resolvedFrom !== null,
    exceptStatuses.length > 0,
    entities.length > 0,
    similarTo !== null,
  ];
  return FILTER_PARTS.filter(({ part }) => chosenOf(filter, part).length > 0).length + others.filter(Boolean).length;
}
