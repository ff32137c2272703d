import type { LibraryQuery } from '../../contract/hunting-library';

/** The part of the store that keeps hunting queries. */
export interface HuntingLibraryPort {
  /** By folder and name. One that a later version wrote in a form unknown here is passed over. */
  listHuntingQueries(): Promise<LibraryQuery[]>;
  /** Adds or replaces, by `queryId`, all or none. */
  saveHuntingQueries(queries: readonly LibraryQuery[]): Promise<void>;
  removeHuntingQueries(queryIds: readonly string[]): Promise<void>;
}
