import { expect, it } from 'vitest';
import { PairSums } from '../../../main/store/queue/pair-sums';

it.each([
  ['few', 3],
  ['more than are kept in one piece', 3_000_000],
])('counts by two numbers, of which there are %s', (_name, seconds) => {
  const sums = new PairSums(3, seconds);
  sums.add(2, 1);
  sums.add(0, seconds - 1);
  sums.add(2, 1);
  expect([...sums.met()].toSorted(([a], [b]) => a - b)).toEqual([
    [0, seconds - 1, 1],
    [2, 1, 2],
  ]);
});
