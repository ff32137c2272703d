import { z } from 'zod';
import { instant, tenantId } from './ids';
import { surface } from './permissions';
import { problem } from './problem';

/** The longest query the service takes is not documented; a longer one is a paste of something else. */
export const huntingQuery = z.string().min(1).max(200_000);

/** Names a run of this session. */
export const huntingRunId = z.string().min(1).max(60);
export type HuntingRunId = z.infer<typeof huntingRunId>;

/** From the first instant on, up to and without the second. */
export const huntingRange = z.object({ from: instant, to: instant }).refine(({ from, to }) => from < to);
export type HuntingRange = z.infer<typeof huntingRange>;

/** `auto`: whole at first; where an answer shows a limit, by day, and where that shows one too, by hour. */
export const huntingSplit = z.enum(['none', 'hour', 'day', 'auto']);
export type HuntingSplit = z.infer<typeof huntingSplit>;

/** Types of Kusto, as its documentation writes them; `other`: one that is not known here. */
export const huntingType = z.enum(['string', 'long', 'int', 'real', 'decimal', 'datetime', 'timespan', 'bool', 'guid', 'dynamic', 'other']);
export type HuntingType = z.infer<typeof huntingType>;

/** Where tenants give a column of one name different types, the later ones stand beside it as `Name_type`, as Kusto's `union` does. */
export const huntingColumn = z.object({ name: z.string(), type: huntingType });
export type HuntingColumn = z.infer<typeof huntingColumn>;

/** Times as the service wrote them (UTC); numbers a double cannot hold as text with all digits; `dynamic` as JSON text. */
export const huntingValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type HuntingValue = z.infer<typeof huntingValue>;

/** Why a tenant has no rows, or not all. */
export const huntingReasonCode = z.enum([
  /** The query is none: every tenant alike. */
  'syntax',
  /** A name or a type in it is wrong, or a column is missing in this tenant. */
  'semantic',
  /** A table the tenant does not have: the product behind it is not licensed or not set up there. `name` is the table. */
  'missingTable',
  /** Longer than three minutes. */
  'timeout',
  /** The tenant's processing time is used up; not before `retryAt`. */
  'cpuQuota',
  /** The tenant's calls are used up; not before `retryAt`. */
  'throttled',
  /** The service ended it for what it used up. */
  'tooHeavy',
  /** The answer is larger than the service gives (50 MB). */
  'tooLarge',
  /** 100,000 rows came, and there may be more. */
  'rowLimit',
  /** The query is too big once it is processed: `search` or `union` over too many tables. */
  'queryTooBig',
  /** The query cannot be split by time; why is in `detail`. */
  'notSplittable',
  /** The time range cannot be put into the query on this surface; why is in `detail`. */
  'rangeNotAddable',
  /** Of some parts of the time, some failed: `problem` or `detail` is the first one's. */
  'someParts',
  /** The rows could not be kept: the disk is full, or the spill broke. */
  'notKept',
  /** See `problem`: token, permission, licence, network, service. */
  'problem',
]);
export type HuntingReasonCode = z.infer<typeof huntingReasonCode>;

export const huntingReason = z.object({
  code: huntingReasonCode,
  /** What the service said, word for word. Shown as text. */
  detail: z.string().optional(),
  retryAt: instant.optional(),
  /** Place in the query, from 1. */
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  /** The table, column or operator it is about. */
  name: z.string().optional(),
  problem: problem.optional(),
});
export type HuntingReason = z.infer<typeof huntingReason>;

export const huntingTenantState = z.enum(['waiting', 'running', 'done', 'partial', 'failed', 'cancelled']);
export type HuntingTenantState = z.infer<typeof huntingTenantState>;

/** How far one tenant is. Only `done` is whole. */
export const huntingTenant = z.object({
  tenantId,
  state: huntingTenantState,
  /** Kept so far; of a failed tenant none. */
  rows: z.number().int(),
  surface: surface.nullable(),
  reason: huntingReason.nullable(),
  /** Parts of the time; one of one when it is not split. */
  parts: z.object({ done: z.number().int(), of: z.number().int() }),
  /** Of `waiting` and `running`: not before this, where it waits for its quota. */
  waitsUntil: instant.nullable(),
  /** From the first request to the end, or until now. */
  ms: z.number(),
});
export type HuntingTenant = z.infer<typeof huntingTenant>;

export const huntingRunState = z.enum(['running', 'done', 'cancelled']);

export const huntingRun = z.object({
  runId: huntingRunId,
  query: z.string(),
  range: z.object({ from: instant, to: instant }).nullable(),
  split: huntingSplit,
  state: huntingRunState,
  startedAt: instant,
  endedAt: instant.nullable(),
  columns: z.array(huntingColumn),
  totalRows: z.number().int(),
  tenants: z.array(huntingTenant),
  /** Said once for all tenants: none of them was asked further. */
  syntaxError: huntingReason.nullable(),
  /** The saved query it ran for; null: run by hand. */
  scheduleId: z.string().nullable(),
  /** Goes up whenever rows came or went: windows read before it may be stale. */
  version: z.number().int(),
});
export type HuntingRun = z.infer<typeof huntingRun>;

/** A column of the run, or `tenantId`, which every row has. */
export const huntingColumnName = z.string().min(1).max(300);

export const huntingFilter = z.object({
  column: huntingColumnName,
  op: z.enum(['contains', 'notContains', 'equals', 'notEquals', 'greater', 'less', 'isEmpty', 'isNotEmpty']),
  value: huntingValue,
});
export type HuntingFilter = z.infer<typeof huntingFilter>;

/** Which rows, in which order. Without a sort: as they came. */
export const huntingView = z.object({
  sort: z.object({ column: huntingColumnName, descending: z.boolean() }).nullable(),
  filters: z.array(huntingFilter).max(50),
  /** Anywhere in the row; empty: all. */
  text: z.string().max(500),
});
export type HuntingView = z.infer<typeof huntingView>;

/** What rows are counted or summed up over: a view without its order. */
export const huntingSelection = huntingView.omit({ sort: true });
export type HuntingSelection = z.infer<typeof huntingSelection>;

export const huntingRow = z.object({ tenantId, values: z.array(huntingValue) });
export type HuntingRow = z.infer<typeof huntingRow>;

/** `values` in the order of `columns`. `total`: rows of the view. */
export const huntingWindow = z.object({
  total: z.number().int(),
  columns: z.array(huntingColumn),
  rows: z.array(huntingRow),
  version: z.number().int(),
});
export type HuntingWindow = z.infer<typeof huntingWindow>;

export const huntingGroup = z.object({ value: huntingValue, rows: z.number().int(), tenants: z.number().int() });
export type HuntingGroup = z.infer<typeof huntingGroup>;
/** The largest groups first. `distinct`: how many there are, with those left out. */
export const huntingGroups = z.object({ groups: z.array(huntingGroup), distinct: z.number().int() });
export type HuntingGroups = z.infer<typeof huntingGroups>;

export const huntingColumnStats = z.object({
  rows: z.number().int(),
  /** Null or empty. */
  empty: z.number().int(),
  distinct: z.number().int(),
  min: huntingValue,
  max: huntingValue,
  /** Of numbers; null otherwise. */
  mean: z.number().nullable(),
  top: z.array(huntingGroup),
});
export type HuntingColumnStats = z.infer<typeof huntingColumnStats>;

/** What is known of a tenant before a run. */
export const huntingCheckTenant = z.object({
  tenantId,
  /** The one that answered or is expected to; null: not known yet. */
  surface: surface.nullable(),
  callsLastMinute: z.number().int(),
  callsPerMinute: z.number().int(),
  /** Calls this run makes there at first. */
  callsNeeded: z.number().int(),
  /** Null: at once. */
  nextCallAt: instant.nullable(),
  /** Tables of the query it lacked when last asked. */
  missingTables: z.array(z.string()),
});

export const huntingCheck = z.object({
  tenants: z.array(huntingCheckTenant),
  /** The tables the query reads, as far as that can be seen. */
  tables: z.array(z.string()),
  /** Whether it can be split by time; why not, in words for people. */
  split: z.object({ possible: z.boolean(), why: z.string().nullable() }),
});
export type HuntingCheck = z.infer<typeof huntingCheck>;

/** A run of this session or an earlier one. Rows of earlier sessions are gone. */
export const huntingPastRun = z.object({
  runId: huntingRunId,
  query: z.string(),
  range: z.object({ from: instant, to: instant }).nullable(),
  split: huntingSplit,
  startedAt: instant,
  endedAt: instant.nullable(),
  tenantIds: z.array(tenantId),
  rows: z.number().int(),
  /** Tenants by how they ended. */
  whole: z.number().int(),
  partial: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  scheduleId: z.string().nullable(),
  /** Its rows can still be read. */
  open: z.boolean(),
});
export type HuntingPastRun = z.infer<typeof huntingPastRun>;

/** Rows by whole row within each tenant; only tenants that are whole in both runs are compared. */
export const huntingComparison = z.object({
  columns: z.array(huntingColumn),
  added: z.object({ total: z.number().int(), rows: z.array(huntingRow) }),
  gone: z.object({ total: z.number().int(), rows: z.array(huntingRow) }),
  /** Tenants that could not be compared: not whole in one of the runs. */
  notCompared: z.array(tenantId),
});
export type HuntingComparison = z.infer<typeof huntingComparison>;

export const huntingExportFormat = z.enum(['csv', 'jsonl', 'parquet']);
export type HuntingExportFormat = z.infer<typeof huntingExportFormat>;

/** What the page is told unasked. */
export const huntingChanged = z.object({ runId: huntingRunId });
export const huntingExported = z.object({ runId: huntingRunId, rows: z.number().int(), of: z.number().int() });
