import { z } from 'zod';
import { incidentKey, instant, type TenantId, tenantId } from './ids';
import { observable } from './observable';

/** What an incident's alerts say of it beyond its columns, each a list to choose from. `service` and `detection`: sources as the service names them. */
export const facetKind = z.enum(['service', 'detection', 'category', 'technique', 'tag']);
export type FacetKind = z.infer<typeof facetKind>;
export const FACET_KINDS = facetKind.options;

export const incidentGrouping = z.enum(['tenant', 'severity', 'status', 'assignedTo']);
export type IncidentGrouping = z.infer<typeof incidentGrouping>;

/** Statuses of incidents that are not open. All others count as open, also those nobody knew when this was written. */
export const NOT_OPEN: readonly string[] = ['resolved', 'redirected'];

const values = z.array(z.string().max(200)).max(100);

/** Which incidents are meant. What is absent, or an empty list, restricts nothing; within a list one of them is enough. Texts are compared without regard to case. */
export const incidentFilter = z.object({
  /** One tenant, or null for all of them. Must be said: there is no default. */
  tenantId: tenantId.nullable(),
  /** Some of the tenants. */
  tenantIds: z.array(tenantId).max(5_000).optional(),
  /** Names of tenant groups; the empty text stands for tenants in no group. */
  tenantGroups: values.optional(),
  text: z.string().max(200).optional(),
  severities: values.optional(),
  statuses: values.optional(),
  /** None of these: whatever else there is is let through, also what nobody knew when this was written. */
  exceptStatuses: values.optional(),
  /** The empty text stands for incidents assigned to nobody. */
  assignees: values.optional(),
  facets: z.partialRecord(facetKind, values).optional(),
  /** Values seen in them. */
  entities: z.array(observable).max(20).optional(),
  /** This incident, and those of all tenants that resemble it. */
  similarTo: incidentKey.optional(),
  /** Last updated so many hours ago at most. */
  updatedWithinHours: z.number().int().min(1).max(100_000).optional(),
  /** Last updated at this instant or later. */
  updatedFrom: instant.optional(),
  /** Last updated before this instant. */
  updatedBefore: instant.optional(),
  /** Created at this instant or later. One whose beginning is not known is in no such list. */
  createdFrom: instant.optional(),
  /** Created before this instant. */
  createdBefore: instant.optional(),
  /**
   * Open at this moment, as far as is known now: created before it, resolved no earlier, and not merged into another one. One whose beginning is not
   * known was open from the first, and one that was opened again was never resolved.
   */
  openAt: instant.optional(),
  /** Resolved at this instant or later, for the first time since it was last open. */
  resolvedFrom: instant.optional(),
});
export type IncidentFilter = z.infer<typeof incidentFilter>;

/** The part of a filter that says whose incidents are meant. */
export interface TenantChoice extends Pick<IncidentFilter, 'tenantId'> {
  tenantIds?: readonly TenantId[] | undefined;
  tenantGroups?: readonly string[] | undefined;
}

/**
 * Whether a tenant is among those a filter names, for every list, its coverage and the file written of it: a file about one customer names no other. Groups
 * are compared without regard to case.
 */
export function isAskedFor({ tenantId: one, tenantIds, tenantGroups }: TenantChoice): (tenant: GroupedTenant) => boolean {
  const some = tenantIds?.length ? new Set(tenantIds) : null;
  const groups = tenantGroups?.length ? new Set(tenantGroups.map(folded)) : null;
  return ({ tenantId, profile: { group } }) =>
    (one === null || tenantId === one) && (some === null || some.has(tenantId)) && (groups === null || groups.has(folded(group)));
}

const folded = (name: string) => name.normalize('NFC').toLowerCase();

interface GroupedTenant {
  tenantId: TenantId;
  profile: { group: string };
}

/** Rows that stand together in a grouped list. */
export const incidentGroup = z.object({
  /** ID of the tenant; or severity, status, assignee, lower-cased. Empty: given none. */
  value: z.string(),
  count: z.number().int(),
});
export type IncidentGroup = z.infer<typeof incidentGroup>;

/** The longest text values are looked for by. */
export const MOST_TYPED = 200;

/** Values there are to choose from, of everything stored, most frequent first where counts are known. */
export const filterChoices = z.object({
  assignees: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** Lower-cased, as they are compared. */
  severities: z.array(z.string()),
  statuses: z.array(z.string()),
  facets: z.record(facetKind, z.array(z.string())),
});
export type FilterChoices = z.infer<typeof filterChoices>;
