import { z } from 'zod';
import { guid, instant } from './ids';

/** Types a value of a query can be given with; `list` is a list of texts. */
export const parameterType = z.enum(['string', 'long', 'real', 'bool', 'datetime', 'timespan', 'list']);
export type ParameterType = z.infer<typeof parameterType>;

/** A value a query is asked with: it becomes a `let` before the query. */
export const queryParameter = z.object({
  /** An identifier of the query language. */
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,59}$/),
  label: z.string().trim().max(120),
  type: parameterType,
  /** As it is typed into the form; lists with one value a line. */
  value: z.string().max(10_000),
});
export type QueryParameter = z.infer<typeof queryParameter>;

const folder = z
  .string()
  .trim()
  .max(200)
  .regex(/^(?!\/)(?!.*\/\/)(?!.*\/$).*$/);

/** What a query of the library says, in the store as in a file. */
export const queryContent = z.object({
  name: z.string().trim().min(1).max(120),
  /** Names of folders from the outside in, with `/` between; empty: in none. */
  folder,
  tags: z.array(z.string().trim().min(1).max(60)).max(20),
  about: z.string().max(2_000),
  text: z.string().min(1).max(100_000),
  parameters: z.array(queryParameter).max(20),
});
export type QueryContent = z.infer<typeof queryContent>;

/** A query of the library. */
export const libraryQuery = queryContent.extend({ queryId: guid, updatedAt: instant });
export type LibraryQuery = z.infer<typeof libraryQuery>;

export const MAX_LIBRARY_QUERIES = 2_000;

/** What stands in a file of queries. */
export const LIBRARY_FILE_FORMAT = 'tenantry-hunting-queries';
export const libraryFile = z.object({
  format: z.literal(LIBRARY_FILE_FORMAT),
  version: z.literal(1),
  queries: z.array(queryContent).min(1).max(MAX_LIBRARY_QUERIES),
});

/** What came of an import. Refused: nothing was taken, and each line says what is wrong and where. */
export const libraryImport = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), added: z.number().int(), changed: z.number().int() }),
  z.object({ outcome: z.literal('refused'), fileName: z.string(), faults: z.array(z.string()).min(1) }),
]);
export type LibraryImport = z.infer<typeof libraryImport>;

/** The span of time a query is asked for, as it was chosen; instants in milliseconds since 1970. */
export const timeRange = z.discriminatedUnion('kind', [
  /** As the query says, or the service's own 30 days. */
  z.object({ kind: z.literal('query') }),
  z.object({ kind: z.literal('last'), hours: z.number().int().min(1).max(720) }),
  z.object({ kind: z.literal('between'), from: instant, to: instant }),
]);
export type TimeRange = z.infer<typeof timeRange>;

/** One query being worked on. */
export const huntingTab = z.object({
  tabId: z.string().min(1).max(60),
  name: z.string().max(120),
  text: z.string().max(100_000),
  range: timeRange,
  /** The query of the library it was opened from. */
  queryId: guid.nullable(),
  parameters: z.array(queryParameter).max(20),
});
export type HuntingTab = z.infer<typeof huntingTab>;

/** What lies on the desk: kept, so that it is there after a restart. */
export const huntingDesk = z.object({
  tabs: z.array(huntingTab).max(30),
  activeTabId: z.string().max(60),
  /** Times are chosen and shown in UTC, else on this computer's clock. */
  utc: z.boolean(),
  /** Tables and columns that answers of tenants showed and nobody documented. */
  learned: z
    .array(
      z.object({ name: z.string().max(200), columns: z.array(z.object({ name: z.string().max(200), type: z.string().max(40) })).max(500) }),
    )
    .max(300),
});
export type HuntingDesk = z.infer<typeof huntingDesk>;
