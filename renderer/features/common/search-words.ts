import type { SearchCoverage } from '../../../contract/sightings';
import { counted } from './incident-words';

/** What a search does not cover yet; null when it covers everything stored. */
export function searchCoverageWords({ searchable, total }: SearchCoverage): string | null {
  if (searchable >= total) return null;
  return `Search covers ${counted(searchable)} of ${counted(total)} incidents so far. The others are found by name, ID and assignee only.`;
}
