import { z } from 'zod';
import { incidentSort } from './incident';
import { incidentFilter, incidentGrouping } from './incident-filter';
import { searchCoverage } from './sightings';

/** `csv`: a table for spreadsheets, columns as on screen. `jsonl`: whole incidents as the service sent them, one a line. */
export const viewFormat = z.enum(['csv', 'jsonl']);
export type ViewFormat = z.infer<typeof viewFormat>;

/** Columns of the queue a table can have. Tenant, its ID, its state and the incident's ID are in every one. */
export const exportColumn = z.enum([
  'severity',
  'name',
  'status',
  'alertCount',
  'assignedTo',
  'updatedAt',
  'createdAt',
  'classification',
  'determination',
]);
export type ExportColumn = z.infer<typeof exportColumn>;

/** The queue as it is on screen. */
export const viewExport = z.object({
  query: incidentFilter.extend({ sort: incidentSort, descending: z.boolean(), groupBy: incidentGrouping.nullable().optional() }),
  format: viewFormat,
  columns: z.array(exportColumn).max(exportColumn.options.length),
});
export type ViewExport = z.infer<typeof viewExport>;

/** How an export ended, besides being called off. */
export const viewExportAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    fileName: z.string(),
    incidents: z.number().int(),
    /** Tenants of the view that were not read whole lately: the file names them. */
    notWhole: z.number().int(),
    /** How much the search covered that narrows the view down, where that was not all: the file says that some may be missing. */
    search: searchCoverage.nullable(),
  }),
  z.object({ outcome: z.literal('refused'), fileName: z.string(), detail: z.string() }),
]);
export type ViewExportAnswer = z.infer<typeof viewExportAnswer>;

/** What is being written to files; null: nothing. */
export const exportProgress = z
  .object({ what: z.enum(['incidents', 'reports']), done: z.number().int(), total: z.number().int() })
  .nullable();
export type ExportProgress = z.infer<typeof exportProgress>;
