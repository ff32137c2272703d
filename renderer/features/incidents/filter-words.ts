import { i18n } from '@lingui/core';
import { FACET_KINDS, type FacetKind, type FilterChoices, type IncidentGrouping } from '../../../contract/incident-filter';
import type { Tenant } from '../../../contract/tenant';
import type { IncidentFilter } from '../../store/incident-filter';
import { KNOWN_SEVERITIES, KNOWN_STATUSES, productName, spoken } from '../common/incident-words';

/** What the list can be narrowed by beside tenant, text, and the severities and statuses that have their places in the toolbar. */
export type FilterPart = ListPart | FacetKind;
type ListPart = 'assignees' | 'tenantIds' | 'tenantGroups' | 'severities' | 'statuses';

export const FILTER_PARTS: readonly { part: FilterPart; label: string }[] = [
  { part: 'assignees', label: /*i18n*/ 'Assigned to' },
  { part: 'tenantIds', label: /*i18n*/ 'Tenant' },
  { part: 'tenantGroups', label: /*i18n*/ 'Tenant group' },
  { part: 'service', label: /*i18n*/ 'Service' },
  { part: 'detection', label: /*i18n*/ 'Detection source' },
  { part: 'category', label: /*i18n*/ 'Category' },
  { part: 'technique', label: /*i18n*/ 'MITRE technique' },
  { part: 'tag', label: /*i18n*/ 'Tag' },
  { part: 'severities', label: /*i18n*/ 'Other severity' },
  { part: 'statuses', label: /*i18n*/ 'Other status' },
];

/** Values that are chosen in the toolbar. Services name others as well, and each can be chosen. */
const IN_TOOLBAR: Partial<Record<FilterPart, readonly string[]>> = { severities: KNOWN_SEVERITIES, statuses: KNOWN_STATUSES };
const isInToolbar = (part: FilterPart, value: string) => IN_TOOLBAR[part]?.includes(value) ?? false;

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
    case 'severities':
    case 'statuses':
      return spoken(value);
    case 'technique':
    case 'tag':
      return value;
  }
}

const isFacet = (part: FilterPart): part is FacetKind => FACET_KINDS.some((kind) => kind === part);

/** What is chosen of a part. */
export function chosenOf(filter: IncidentFilter, part: FilterPart): readonly string[] {
  const chosen = isFacet(part) ? (filter.facets[part] ?? []) : filter[part];
  return part in IN_TOOLBAR ? chosen.filter((value) => !isInToolbar(part, value)) : chosen;
}

/** The change of a filter that chooses these values of a part. */
export function choosing(filter: IncidentFilter, part: FilterPart, values: readonly string[]): Partial<IncidentFilter> {
  if (isFacet(part)) return { facets: { ...filter.facets, [part]: values } };
  return { [part]: [...filter[part].filter((value) => isInToolbar(part, value)), ...values] };
}

/** The values there are of a part, of what is stored. */
export function storedChoices(part: FilterPart, choices: FilterChoices): readonly string[] {
  if (isFacet(part)) return choices.facets[part];
  if (part === 'assignees') return choices.assignees.map(({ value }) => value);
  return part === 'severities' || part === 'statuses' ? choices[part].filter((value) => !isInToolbar(part, value)) : [];
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
