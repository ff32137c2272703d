import { describe, expect, it } from 'vitest';
import { chipsThatFit } from '../../../../renderer/features/incidents/chips-that-fit';

const names = (count: number, letters = 20) => Array.from({ length: count }, () => 'x'.repeat(letters));

describe('how many chips fit', () => {
  it('shows all where there is room', () => {
    expect(chipsThatFit(names(4), 800, 1)).toBe(4);
  });

  it('keeps room for the count of the others on the last line', () => {
    // Each takes 178: two fill 356 of 400, and "n more" would find no room beside them.
    expect(chipsThatFit(names(2), 400, 1)).toBe(2);
    expect(chipsThatFit(names(3), 400, 1)).toBe(1);
    expect(chipsThatFit(names(3), 450, 1)).toBe(2);
  });

  it('goes on in the next line', () => {
    expect(chipsThatFit(names(9), 400, 2)).toBe(3);
  });

  it('names at least one, however narrow', () => {
    expect(chipsThatFit(names(5), 0, 1)).toBe(1);
    expect(chipsThatFit(names(5), 100, 2)).toBeGreaterThanOrEqual(1);
  });

  it('never counts more than there are', () => {
    expect(chipsThatFit(names(1, 400), 2_000, 2)).toBe(1);
  });
});
