import { z } from 'zod';
import { incidentId, instant, tenantId } from './ids';
import { observable } from './observable';
import { surface } from './permissions';
import { problemCode } from './problem-code';
import { incidentFilter, incidentGroup, incidentGrouping } from './incident-filter';
import { searchCoverage } from './sightings';
import { coverage, tenantState } from './tenant';

/** One line of the incident list. Enum-like values are text as the service sent them: an unknown one is shown, not dropped. */
export const incidentRow = z.object({
  tenantId,
  tenantName: z.string(),
  /** State of the row's tenant: a row of a failed tenant never looks fresh. */
  tenantState,
  incidentId,
  name: z.string(),
  severity: z.string(),
  status: z.string(),
  assignedTo: z.string().nullable(),
  classification: z.string().nullable(),
  determination: z.string().nullable(),
  alertCount: z.number().int(),
  createdAt: instant.nullable(),
  updatedAt: instant.nullable(),
  /** Set when the incident was merged into another one of the same tenant. */
  redirectIncidentId: z.string().nullable(),
  /** When we read it. */
  readAt: instant,
  /** What it was read through. */
  surface,
  /** Since when the service does not list it any more among what is read: it went there, or left the window. Null: it is listed. */
  unlistedAt: instant.nullable(),
  /** What came since it was last looked at: it is new, or something in it changed. Null: nothing. */
  news: z.enum(['new', 'changed']).nullable(),
});
export type IncidentRow = z.infer<typeof incidentRow>;

export const incidentSort = z.enum([
  'updatedAt',
  'createdAt',
  'severity',
  'status',
  'name',
  'tenant',
  'alertCount',
  'assignedTo',
  /** When the row's tenant was last read whole. */
  'tenantRead',
  'classification',
  'determination',
]);
export type IncidentSort = z.infer<typeof incidentSort>;

export const incidentQuery = incidentFilter.extend({
  sort: incidentSort,
  descending: z.boolean(),
  /** Rows of a group stand together, groups in their own order; within them as sorted. Null or absent: not grouped. */
  groupBy: incidentGrouping.nullable().optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
});
export type IncidentQuery = z.infer<typeof incidentQuery>;

/** A whole list, without a window. */
export const incidentListQuery = incidentQuery.omit({ offset: true, limit: true });
export type IncidentListQuery = z.infer<typeof incidentListQuery>;

export const incidentPage = z.object({
  rows: z.array(incidentRow),
  /** Rows that match, of which `rows` is a window. */
  total: z.number().int(),
  /** Of the tenants the query asked for. */
  coverage,
  /** Rows by severity, lower-cased, that match everything but the severities asked for: for the list header. */
  bySeverity: z.record(z.string(), z.number().int()),
  /** With a grouping asked for: every group with rows, in the order they stand in. */
  groups: z.array(incidentGroup).nullable(),
  /** With a text or anything alerts say asked for: how much of what is stored it was looked for in. */
  search: searchCoverage.nullable(),
});
export type IncidentPage = z.infer<typeof incidentPage>;

/** A named value of an object we show without knowing it further. */
export const field = z.object({ name: z.string(), value: z.string() });
export type Field = z.infer<typeof field>;

/** Values of a thing that are worth finding again at another customer, each once. */
const observables = z.array(observable);

export const device = z.object({ title: z.string(), id: z.string().nullable(), fields: z.array(field), observables });
export type Device = z.infer<typeof device>;

export const entity = z.object({
  /** `entityType` as sent. */
  kind: z.string(),
  /** False for a kind no list of ours names: shown generically. */
  known: z.boolean(),
  title: z.string(),
  fields: z.array(field),
  observables,
});
export type Entity = z.infer<typeof entity>;

export const alert = z.object({
  alertId: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  severity: z.string(),
  status: z.string(),
  serviceSource: z.string().nullable(),
  detectionSource: z.string().nullable(),
  assignedTo: z.string().nullable(),
  createdAt: instant.nullable(),
  firstActivityAt: instant.nullable(),
  lastActivityAt: instant.nullable(),
  mitreTechniques: z.array(z.string()),
  devices: z.array(device),
  entities: z.array(entity),
  /** What the service sent beyond the fields above. */
  other: z.array(field),
});
export type Alert = z.infer<typeof alert>;

/** What became of asking for an incident that others were merged into. */
export const unreadTarget = z.object({
  /** What the service said last … */
  said: z.string(),
  /** … and what kind of failure that was; null: not known. */
  code: problemCode.nullable(),
  tries: z.number().int(),
  since: instant,
  /** It is asked for again with the first read after this. */
  againAt: instant,
});
export type UnreadTarget = z.infer<typeof unreadTarget>;

export const incidentDetail = z.object({
  row: incidentRow,
  tags: z.array(z.string()),
  comments: z.array(z.object({ text: z.string(), by: z.string().nullable(), at: instant.nullable() })),
  alerts: z.array(alert),
  /** The alerts were looked for by time, and there may be older ones; or there are none, though every incident has some. */
  alertsMayLack: z.boolean(),
  /** Devices over all alerts, each once. */
  devices: z.array(device),
  /** Entities over all alerts, each once. */
  entities: z.array(entity),
  other: z.array(field),
  /** Page of this incident in the customer's own Defender portal; null where the cloud has none. */
  portalUrl: z.string().nullable(),
  /** It was merged into one that the service failed to give. Null: into none, into one that is stored, or one not asked for yet. */
  targetUnread: unreadTarget.nullable(),
});
export type IncidentDetail = z.infer<typeof incidentDetail>;
