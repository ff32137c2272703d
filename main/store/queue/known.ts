import type { Wanted } from './conditions';
import type { Count } from './dimensions';
import type { KeySet } from './key-set';
import type { Snapshot } from './snapshot';

/** What was found out for a query, true as long as no row is written. */
export interface Known {
  changes: number;
  snapshot: Snapshot;
  /** What the search found. */
  hits: Kept<KeySet> | null;
  /** Rows chosen in memory. */
  chosen: Kept<KeySet> | null;
  counts: Kept<readonly Count[]> | null;
}

interface Kept<T> {
  /** What it is the answer to. */
  key: string;
  value: T;
}

/** Names what is wanted but for the severities, among what was found. */
export function keyOf({ hits }: Known, wanted: Wanted, among: KeySet | null): string {
  const values = JSON.stringify({ ...wanted, severity: null }, (_name, value: unknown) => (value instanceof Set ? [...value] : value));
  return `${among === null ? '' : hits?.key} ${values}`;
}
