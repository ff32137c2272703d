import { z } from 'zod';
import { incidentKey, instant, tenantId } from './ids';
import { incidentSort } from './incident';
import { facetKind, incidentGrouping } from './incident-filter';
import { observable } from './observable';

const values = z.array(z.string().max(200)).max(100);

/** How the queue looks: which columns, in this order, how wide (CSS pixels; null: as there is room), and how close rows stand. */
export const queueLayout = z.object({
  columns: z
    .array(z.object({ id: z.string().max(40), width: z.number().int().min(0).max(2_000).nullable(), pinned: z.boolean().default(false) }))
    .max(40),
  compact: z.boolean(),
});

const savedFilter = z.object({
  text: z.string().max(200),
  severities: values,
  statuses: values,
  exceptStatuses: values.default([]),
  assignees: values,
  tenantGroups: values,
  facets: z.partialRecord(facetKind, values),
  tenantIds: z.array(tenantId).max(5_000).default([]),
  entities: z.array(observable).max(20).default([]),
  similarTo: incidentKey.nullable().default(null),
  updatedFrom: instant.nullable().default(null),
  updatedBefore: instant.nullable().default(null),
  createdFrom: instant.nullable().default(null),
  createdBefore: instant.nullable().default(null),
  openAt: instant.nullable().default(null),
  resolvedFrom: instant.nullable().default(null),
  updatedWithinHours: z.number().int().min(1).max(100_000).nullable(),
  sort: incidentSort,
  descending: z.boolean(),
  groupBy: incidentGrouping.nullable(),
});

/** Views of November 2026 call `createdBefore` by its former name. */
function renamed(filter: unknown): unknown {
  if (typeof filter !== 'object' || filter === null || !('createdTo' in filter)) return filter;
  const { createdTo, ...others } = filter;
  return { createdBefore: createdTo, ...others };
}

/** The queue narrowed, sorted, grouped and laid out in a way that has a name. Nothing in it is secret. */
export const savedView = z.object({
  name: z.string().trim().min(1).max(80),
  tenantId: tenantId.nullable(),
  filter: z.preprocess(renamed, savedFilter),
  layout: queueLayout,
});
export type SavedView = z.infer<typeof savedView>;

export const MAX_VIEWS = 200;
export const savedViews = z.array(savedView).max(MAX_VIEWS);
