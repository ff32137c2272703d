import type { IncidentColumns } from './store-port';

/** What an arriving row does to the one stored under the same id. */
export type RowFate = 'updated' | 'refreshed' | 'kept';

/**
 * A row is replaced only by one with the same or a later last update; where either has none, the arriving one is taken.
 * `refreshed`: the same state read again, stored so that it points to the newer page.
 */
export function rowFate(stored: number | null, arriving: number | null): RowFate {
  if (stored === null || arriving === null) return 'updated';
  if (arriving === stored) return 'refreshed';
  return arriving > stored ? 'updated' : 'kept';
}

/** Each id of a page once: the newest of its rows, among equals the later one. */
export function newestOfEachId(rows: readonly IncidentColumns[]): IncidentColumns[] {
  const newest = new Map<string, IncidentColumns>();
  for (const row of rows) {
    const before = newest.get(row.incidentId);
    if (!before || rowFate(before.updatedAt, row.updatedAt) !== 'kept') newest.set(row.incidentId, row);
  }
  return [...newest.values()];
}
