import { z } from 'zod';
import {
  huntingCheck,
  huntingColumnName,
  huntingColumnStats,
  huntingComparison,
  huntingExportFormat,
  huntingGroups,
  huntingPastRun,
  huntingQuery,
  huntingRange,
  huntingRun,
  huntingRunId,
  huntingSelection,
  huntingSplit,
  huntingView,
  huntingWindow,
} from '../hunting';
import { huntingSchedule, huntingScheduleState } from '../hunting-schedule';
import { call } from './call';
import { nothing, someTenants } from './inputs';

const oneRun = z.object({ runId: huntingRunId });
const wish = z.object({ query: huntingQuery, tenantIds: someTenants, range: huntingRange.nullable(), split: huntingSplit });

/** Calls about hunting: KQL over many tenants, each on its own. Rows of the last runs are kept encrypted until Tenantry ends. */
export const huntingCalls = {
  /** What is known before a run: quota, surface, missing tables, and whether the query can be split. */
  'hunting.check': call(wish, huntingCheck, ['storeClosed']),
  /** Starts a run and answers at once; `hunting.changed` tells how it goes on. */
  'hunting.start': call(wish, oneRun, ['noPartnerApp', 'storeClosed']),
  /** Ends what is under way. Rows of tenants that were done stay. */
  'hunting.cancel': call(oneRun, z.null()),
  /** Runs the given tenants again, or (null) all that are not whole; the rows of the others stay. */
  'hunting.retry': call(oneRun.extend({ tenantIds: someTenants.nullable() }), z.null(), ['notFound', 'storeClosed']),
  'hunting.run': call(oneRun, huntingRun, ['notFound', 'storeClosed']),
  'hunting.rows': call(
    oneRun.extend({ view: huntingView, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    huntingWindow,
    ['notFound', 'storeClosed'],
  ),
  /** Values of a column (or of `tenantId`) and how many rows have each, the most first. */
  'hunting.groups': call(
    oneRun.extend({ column: huntingColumnName, selection: huntingSelection, limit: z.number().int().min(1).max(2_000) }),
    huntingGroups,
    ['notFound', 'storeClosed'],
  ),
  'hunting.columnStats': call(oneRun.extend({ column: huntingColumnName, selection: huntingSelection }), huntingColumnStats, [
    'notFound',
    'storeClosed',
  ]),
  /** What a run has that the base run has not, and the other way round. The first rows of each. */
  'hunting.compare': call(oneRun.extend({ baseRunId: huntingRunId, limit: z.number().int().min(1).max(500) }), huntingComparison, [
    'notFound',
    'storeClosed',
  ]),
  /** Runs of this session and earlier ones, the newest first. */
  'hunting.runs': call(nothing, z.array(huntingPastRun), ['storeClosed']),
  /** Asks where to, and writes the rows of a view with a line on which tenants they cover; `hunting.exporting` tells how far it is. */
  'hunting.export': call(
    oneRun.extend({ format: huntingExportFormat, view: huntingView }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string(), rows: z.number().int() }),
      z.object({ outcome: z.literal('refused'), fileName: z.string(), detail: z.string() }),
    ]),
    ['cancelled', 'notFound', 'storeClosed'],
  ),
  'hunting.cancelExport': call(oneRun, z.null()),

  /** Queries that are run by themselves while Tenantry runs. */
  'hunting.schedules': call(nothing, z.array(huntingScheduleState), ['storeClosed']),
  /** Keeps a schedule, in place of the one with the same ID. Answers with all. */
  'hunting.saveSchedule': call(huntingSchedule, z.array(huntingScheduleState), ['storeClosed']),
  'hunting.removeSchedule': call(z.object({ scheduleId: z.string().max(60) }), z.array(huntingScheduleState), ['storeClosed']),
} as const;
