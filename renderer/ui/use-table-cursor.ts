import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { TableLine, TableLines } from './grouped-rows';
import { cursorAfter, linesMoved, type TableShift } from './table-shift';
import type { RowWindow } from './use-row-window';

interface CursorParts {
  listKey: string;
  lines: TableLines;
  shift: TableShift;
  view: RowWindow;
}

/**
 * The line the keyboard is on, -1 for none, and how to put it on another. It is kept as what stands there: groups that come, open or close
 * make other lines of the same rows. Where rows came or went, cursor and what is in view stay with theirs.
 */
export function useTableCursor(
  viewport: RefObject<HTMLElement | null>,
  { listKey, lines, shift, view }: CursorParts,
): [active: number, put: (line: number) => void] {
  // Of another list nothing is active yet.
  const [cursor, setCursor] = useState<{ listKey: string; on: TableLine | null }>({ listKey, on: null });
  const on = cursor.listKey === listKey ? cursor.on : null;
  const active = on === null ? -1 : lines.lineOn(on);

  const known = useRef({ lines, revision: shift.revision });
  useLayoutEffect(() => {
    const before = known.current;
    known.current = { lines, revision: shift.revision };
    const table = viewport.current;
    if (before.revision === shift.revision || !table) return;
    const moved = { before: before.lines, after: lines, placeOf: shift.placeOf };
    const was = on === null ? -1 : before.lines.lineOn(on);
    const by = linesMoved([view.seen, view.last], was, moved);
    if (on !== null) setCursor({ listKey, on: cursorAfter(on, { lines: by, inView: was >= view.seen && was <= view.last }, moved) });
    // Who is at the top and touches nothing wants to see what comes in.
    if (was >= 0 || table.scrollTop > 0 || table.matches(':hover')) view.moveBy(by);
  }, [viewport, listKey, lines, shift, view, on]);

  const newest = useRef({ listKey, lines });
  useLayoutEffect(() => {
    newest.current = { listKey, lines };
  });
  const put = useCallback((line: number) => setCursor({ listKey: newest.current.listKey, on: newest.current.lines.at(line) }), []);
  return [active, put];
}
