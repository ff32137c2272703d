import { i18n } from '@lingui/core';
import type { SearchCoverage } from '../../../contract/sightings';

/** What a search does not cover yet; null when it covers everything stored. */
export function searchCoverageWords({ searchable, total }: SearchCoverage): string | null {
  if (searchable >= total) return null;
  return i18n.t(
    'Search covers {searchable, number} of {total, number} incidents so far. The others are found by name, ID and assignee only.',
    { searchable, total },
  );
}
