import { z } from 'zod';
import { huntingDesk, libraryImport, libraryQuery, MAX_LIBRARY_QUERIES } from '../hunting-library';
import { guid } from '../ids';
import { call } from './call';
import { nothing } from './inputs';

const queries = z.array(libraryQuery);
const queryIds = z.array(guid).min(1).max(MAX_LIBRARY_QUERIES);

/** Calls about queries that are kept, and those being worked on. */
export const huntingLibraryCalls = {
  'huntingLibrary.list': call(nothing, queries, ['storeClosed']),
  /** Keeps a query, in place of the one with its ID. Answers with all. */
  'huntingLibrary.save': call(libraryQuery.omit({ updatedAt: true }), queries, ['badInput', 'storeClosed']),
  'huntingLibrary.remove': call(z.object({ queryIds }), queries, ['storeClosed']),
  /** Asks for a file and takes its queries, each in place of one with the same folder and name. */
  'huntingLibrary.import': call(nothing, libraryImport, ['cancelled', 'storeClosed']),
  /** Asks where to, and writes queries to a file; null: all. Answers with how many. */
  'huntingLibrary.export': call(z.object({ queryIds: queryIds.nullable() }), z.object({ queries: z.number().int() }), [
    'cancelled',
    'notSaved',
    'storeClosed',
  ]),
  /** Null: nothing was kept yet. */
  'huntingLibrary.desk': call(nothing, huntingDesk.nullable(), ['storeClosed']),
  'huntingLibrary.saveDesk': call(huntingDesk, z.null(), ['storeClosed']),
} as const;
