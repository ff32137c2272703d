import { expect, it } from 'vitest';
import { ageWords } from '../../../../renderer/ui/day-words';

const HOUR = 3_600_000;

it.each([
  [0, '1 min'],
  [45 * 60_000, '45 min'],
  [HOUR - 1, '59 min'],
  [30.9 * HOUR, '30 h'],
  [48 * HOUR, '2 days'],
  [17.9 * 24 * HOUR, '17 days'],
  [-HOUR, '1 min'],
])('says an age of %d ms as %s', (ms, words) => {
  expect(ageWords(ms)).toBe(words);
});
