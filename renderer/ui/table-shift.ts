import type { TableLine, TableLines } from './grouped-rows';

/** Rows of a list came or went. */
export interface TableShift {
  /** Where the row stands now that stood there before; undefined: it is gone, or was never there. */
  placeOf(row: number): number | undefined;
  /** A new revision is a new move. */
  revision: number;
}

export const NO_SHIFT: TableShift = { placeOf: (row) => row, revision: 0 };

interface Moved {
  before: TableLines;
  after: TableLines;
  placeOf: TableShift['placeOf'];
}

/**
 * By how many lines a table has to move so that what is in view stays: as far as the line of the cursor moved, if it is in view, or else the
 * first row that is still there, or the first group. Rows and lines are not the same: groups have lines of their own, and closed ones hide rows.
 */
export function linesMoved([from, to]: readonly [from: number, to: number], cursor: number, moved: Moved): number {
  const lines = Array.from({ length: Math.max(0, Math.min(to, moved.before.length - 1) - from + 1) }, (_, at) => from + at);
  const isRow = (line: number) => moved.before.at(line).kind === 'row';
  const tried = [...lines.filter((line) => line === cursor), ...lines.filter(isRow), ...lines.filter((line) => !isRow(line))];
  for (const line of tried) {
    const now = lineNow(moved.before.at(line), moved);
    if (now !== null) return now - line;
  }
  return 0;
}

/** What the cursor is on after a move: the same row or group. Where that is gone, what came into its place, if that is in view, or nothing. */
export function cursorAfter(on: TableLine, by: { lines: number; inView: boolean }, moved: Moved): TableLine | null {
  if (on.kind === 'group') return on;
  const index = moved.placeOf(on.index);
  if (index !== undefined) return { kind: 'row', index };
  const line = moved.before.lineOn(on) + by.lines;
  return by.inView && line >= 0 && line < moved.after.length ? moved.after.at(line) : null;
}

/** Null: it is on no line any more. */
function lineNow(found: TableLine, { after, placeOf }: Moved): number | null {
  const row = found.kind === 'row' ? placeOf(found.index) : undefined;
  const line = row === undefined ? (found.kind === 'group' ? after.lineOn(found) : -1) : after.lineOf(row);
  return line >= 0 && line < after.length && after.at(line).kind === found.kind ? line : null;
}
