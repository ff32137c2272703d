import type { IncidentListQuery } from '../../../contract/incident';
import type { StoredIncidentPage } from '../store-port';
import type { Wanted } from './conditions';
import type { Count } from './dimensions';
import type { KeySet } from './key-set';
import type { Known } from './known';
import type { Lots } from './row-verdicts';

/** A filter in an order. */
export type Filter = IncidentListQuery;

/** Which rows are counted. */
export interface Counted {
  known: Known;
  wanted: Wanted;
  /** What the search found; null: it was not asked. */
  hits: KeySet | null;
  /** The rows themselves, where they were chosen in memory. */
  chosen: KeySet | null;
  /** By what the list is sorted by, where that is a verdict. */
  lots: Lots | null;
}

/** Which rows a list is of. */
export interface Matching {
  known: Known;
  wanted: Wanted;
  /** Rows among which those that are wanted are; null: all. */
  among: KeySet | null;
  /** By what the list is sorted by, where that is a verdict. */
  lots: Lots | null;
  /** What is wanted lies together in the order of time. */
  isUneven: boolean;
  search: StoredIncidentPage['search'];
  /** By severity also those that are not asked for. */
  counts: readonly Count[];
  matching: readonly Count[];
}
