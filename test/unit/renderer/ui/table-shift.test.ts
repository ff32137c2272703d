import { describe, expect, it } from 'vitest';
import { TableLines } from '../../../../renderer/ui/grouped-rows';
import { cursorAfter, linesMoved } from '../../../../renderer/ui/table-shift';

/** A list by its rows' names, in groups by their first letters. */
interface List {
  rows: string[];
  closed?: string[];
  flat?: boolean;
}

function linesOf({ rows, closed = [], flat = false }: List): TableLines {
  const groups = [...new Set(rows.map((row) => row.charAt(0)))].map((value) => ({
    value,
    count: rows.filter((row) => row.startsWith(value)).length,
  }));
  return new TableLines(rows.length, flat ? null : groups, new Set(closed));
}
function words({ rows }: List, lines: TableLines, line: number): string {
  const found = lines.at(line);
  return found.kind === 'row' ? (rows[found.index] ?? 'none') : `group ${found.group.value}`;
}

/** What the cursor was and is on, and what was and is on the first line in view. */
function move(was: List, is: List, { cursor = -1, seen = [0, 99] as const }: { cursor?: number; seen?: readonly [number, number] }) {
  const moved = {
    before: linesOf(was),
    after: linesOf(is),
    placeOf: (row: number) => {
      const place = is.rows.indexOf(was.rows[row] ?? '');
      return place < 0 ? undefined : place;
    },
  };
  const lines = linesMoved(seen, cursor, moved);
  const inView = cursor >= seen[0] && cursor <= seen[1];
  const on = cursor < 0 ? null : cursorAfter(moved.before.at(cursor), { lines, inView }, moved);
  return {
    lines,
    cursor: on === null ? 'nothing' : `${words(was, moved.before, cursor)} > ${words(is, moved.after, moved.after.lineOn(on))}`,
  };
}

describe('a table whose rows came or went', () => {
  it('moves by rows where it has no groups', () => {
    expect(move({ rows: ['a', 'b'], flat: true }, { rows: ['x', 'y', 'a', 'b'], flat: true }, { cursor: 1 })).toEqual({
      lines: 2,
      cursor: 'b > b',
    });
  });

  it('stays where it is when a row comes into a closed group above', () => {
    const rows = ['h1', 'h2', 'm1', 'm2', 'm3'];
    expect(move({ rows, closed: ['h'] }, { rows: ['h0', ...rows], closed: ['h'] }, { cursor: 3 })).toEqual({ lines: 0, cursor: 'm2 > m2' });
  });

  it('moves by a line more when a row opens a group above', () => {
    const rows = ['m1', 'm2', 'm3'];
    expect(move({ rows }, { rows: ['h1', ...rows] }, { cursor: 3 })).toEqual({ lines: 2, cursor: 'm3 > m3' });
    expect(move({ rows }, { rows: ['h1', ...rows] }, { cursor: 0 })).toEqual({ lines: 2, cursor: 'group m > group m' });
    expect(move({ rows, closed: ['m'] }, { rows: ['h1', ...rows], closed: ['m'] }, {})).toMatchObject({ lines: 2 });
  });

  it('moves by rows in view where the cursor is elsewhere, which stays on its own', () => {
    const rows = Array.from({ length: 200 }, (_, at) => `r${at}`);
    expect(
      move({ rows, flat: true }, { rows: [...rows.slice(0, 100), 'rx', ...rows.slice(100)], flat: true }, { cursor: 3, seen: [150, 170] }),
    ).toEqual({
      lines: 1,
      cursor: 'r3 > r3',
    });
  });

  it('puts the cursor on what took the place of a row that is gone, but on nothing that is not in view', () => {
    const [was, is] = [
      { rows: ['a', 'b', 'c', 'd'], flat: true },
      { rows: ['x', 'a', 'b', 'd'], flat: true },
    ];
    expect(move(was, is, { cursor: 2 })).toEqual({ lines: 1, cursor: 'c > d' });
    expect(move(was, is, { cursor: 2, seen: [3, 3] })).toEqual({ lines: 0, cursor: 'nothing' });
  });

  it('is not led away by a row that went into a closed group', () => {
    expect(
      move({ rows: ['h1', 'm1', 'm2'], closed: ['h'] }, { rows: ['h1', 'hm', 'm2'], closed: ['h'] }, { cursor: 2, seen: [2, 3] }),
    ).toMatchObject({
      lines: -1,
    });
  });
});
