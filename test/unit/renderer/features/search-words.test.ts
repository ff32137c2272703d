import { expect, it } from 'vitest';
import { searchCoverageWords } from '../../../../renderer/features/common/search-words';

it('says what a search does not cover, and nothing when it covers everything', () => {
  expect(searchCoverageWords({ searchable: 1_200, total: 15_000 })).toContain('1,200 of 15,000');
  expect(searchCoverageWords({ searchable: 7, total: 7 })).toBeNull();
});
