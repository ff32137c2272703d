import { LIBRARY_FILE_FORMAT, libraryFile, type LibraryQuery, type QueryContent } from '../../contract/hunting-library';

/** More than two thousand long queries need. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** So many faults are told; who mends these sees the next ones. */
const FAULTS_TOLD = 10;

export type ReadLibrary = { ok: true; queries: QueryContent[] } | { ok: false; faults: string[] };

/** The text of a file of queries. What belongs to this store only (IDs, times) stays out of it. */
export function writeLibrary(queries: readonly LibraryQuery[]): string {
  const contents = queries.map(({ queryId: _id, updatedAt: _at, ...content }): QueryContent => content);
  return `${JSON.stringify({ format: LIBRARY_FILE_FORMAT, version: 1, queries: contents }, null, 2)}\n`;
}

/** Reads such a text, all of it or nothing: with what is wrong, and where, when it is not one. */
export function readLibrary(text: string): ReadLibrary {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, faults: [`The file is no JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const read = libraryFile.safeParse(content);
  if (read.success) return { ok: true, queries: read.data.queries };
  if (!isOfFormat(content))
    return { ok: false, faults: [`The file is no list of hunting queries: its "format" is not "${LIBRARY_FILE_FORMAT}"`] };
  return { ok: false, faults: read.error.issues.slice(0, FAULTS_TOLD).map(({ path, message }) => `${placeOf(path, content)}: ${message}`) };
}

function isOfFormat(content: unknown): content is { format: string; queries?: unknown } {
  return typeof content === 'object' && content !== null && 'format' in content && content.format === LIBRARY_FILE_FORMAT;
}

/** "Query 3 (“Rare processes”), text". */
function placeOf(path: readonly PropertyKey[], content: { queries?: unknown }): string {
  const [first, index, ...rest] = path;
  if (first !== 'queries' || typeof index !== 'number') return path.map(String).join('.');
  const query: unknown = Array.isArray(content.queries) ? content.queries[index] : null;
  const name = typeof query === 'object' && query !== null && 'name' in query && typeof query.name === 'string' ? ` (“${query.name}”)` : '';
  return [`Query ${index + 1}${name}`, ...(rest.length > 0 ? [rest.map(String).join('.')] : [])].join(', ');
}
