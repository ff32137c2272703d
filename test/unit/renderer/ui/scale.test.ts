import { describe, expect, it } from 'vitest';
import { labelled, scaleTo } from '../../../../renderer/ui/charts/scale';

describe('the scale of a chart', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 50, 100]],
    [1_203, [0, 500, 1_000, 1_500]],
  ])('up to %i has round lines', (highest, ticks) => {
    expect(scaleTo(highest)).toEqual({ max: ticks.at(-1), ticks });
  });

  it('labels the last column and as many before it as fit', () => {
    expect([...labelled(7, 10)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...labelled(30, 5)]).toEqual([5, 11, 17, 23, 29]);
  });
});
