import { expect, it } from 'vitest';
import { scaleOf, scrolledBy } from '../../../../renderer/ui/use-row-window';

const ROW = 38;
const ROOM = 600;

it.each([1_000, 790_000, 1_000_000])('two rows that come before what is in view leave it where it is, of %i', (count) => {
  const [before, after] = [scaleOf(count * ROW, ROOM), scaleOf((count + 2) * ROW, ROOM)];
  for (const row of [10, count / 2, count - 30]) {
    const top = (row * ROW) / before.ratio;
    const next = scrolledBy(2 * ROW, { top, ratio: before.ratio }, after.ratio);
    expect((next * after.ratio) / ROW).toBeCloseTo(row + 2, 3);
  }
});
