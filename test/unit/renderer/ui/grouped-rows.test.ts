import { describe, expect, it } from 'vitest';
import { TableLines } from '../../../../renderer/ui/grouped-rows';

const GROUPS = [
  { value: 'a', count: 2 },
  { value: 'b', count: 3 },
  { value: 'c', count: 1 },
];

/** Every line in words: the group it opens, or the place of its row. */
function words(lines: TableLines): string[] {
  return Array.from({ length: lines.length }, (_, line) => {
    const found = lines.at(line);
    return found.kind === 'row' ? String(found.index) : `${found.group.value}${found.open ? '' : ' closed'}`;
  });
}

describe('the lines of a table', () => {
  it('are its rows where it has no groups', () => {
    const lines = new TableLines(3, null, new Set(['a']));
    expect(words(lines)).toEqual(['0', '1', '2']);
    expect([lines.lineOf(2), lines.spans(0, 9)]).toEqual([2, [[0, 2]]]);
  });

  it('are a line for each group before its rows', () => {
    const lines = new TableLines(6, GROUPS, new Set());
    expect(words(lines)).toEqual(['a', '0', '1', 'b', '2', '3', '4', 'c', '5']);
    expect([0, 1, 2, 5].map((row) => lines.lineOf(row))).toEqual([1, 2, 4, 8]);
    expect(lines.spans(2, 5)).toEqual([[1, 3]]);
    expect(Array.from({ length: lines.length }, (_, line) => lines.lineOn(lines.at(line)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lines.lineOn({ kind: 'group', group: { value: 'd', count: 1 }, open: true })).toBe(-1);
  });

  it('leave out the rows of closed groups, and never ask for them', () => {
    const lines = new TableLines(6, GROUPS, new Set(['b']));
    expect(words(lines)).toEqual(['a', '0', '1', 'b closed', 'c', '5']);
    expect([2, 4, 5].map((row) => lines.lineOf(row))).toEqual([3, 3, 5]);
    expect(lines.spans(0, 5)).toEqual([
      [0, 1],
      [5, 5],
    ]);
    expect(words(new TableLines(6, GROUPS, new Set(['a', 'b', 'c'])))).toEqual(['a closed', 'b closed', 'c closed']);
  });

  it('are none of an empty list', () => {
    expect(new TableLines(0, [], new Set()).length).toBe(0);
  });
});
