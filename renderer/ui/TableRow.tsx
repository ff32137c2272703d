import { memo, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { type Column, pinnedAt } from './table-columns';
import { cellClass } from './cell-class';

interface TableRowProps<Row> {
  id: string;
  line: number;
  /** From the top of the list, in CSS pixels. */
  top: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
  active: boolean;
  selected: boolean;
  onOpen(line: number): void;
}

/** One row of a table, drawn again only when something of it changed. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;

function PlainTableRow<Row>({ id, line, top, row, columns, active, selected, onOpen }: TableRowProps<Row>) {
  const element = useRef<HTMLDivElement>(null);
  useFocusOnItsLine(element, line);
  return (
    <div
      ref={element}
      id={id}
      role="row"
      className={active ? 'table-row table-row-active' : 'table-row'}
      aria-rowindex={line + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(line)}
    >
      {columns.map((column, index) => (
        <div key={column.id} role="gridcell" className={cellClass(column)} style={{ left: pinnedAt(columns, index) }}>
          {row === undefined ? <span className="shimmer" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** An element that is given another row does not take the focus along: a key would be meant for the row it was. */
function useFocusOnItsLine(element: RefObject<HTMLElement | null>, line: number): void {
  const before = useRef(line);
  useLayoutEffect(() => {
    if (before.current === line) return;
    before.current = line;
    if (element.current?.contains(document.activeElement))
      element.current.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  }, [element, line]);
}

interface GroupRowProps {
  id: string;
  line: number;
  top: number;
  columns: number;
  active: boolean;
  open: boolean;
  onToggle(): void;
  children: ReactNode;
}

/** The line before the rows of a group, which opens and closes it. */
export function GroupRow({ id, line, top, columns, active, open, onToggle, children }: GroupRowProps) {
  return (
    <div
      id={id}
      role="row"
      className={active ? 'table-row table-group table-row-active' : 'table-row table-group'}
      aria-rowindex={line + 2}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onToggle}
    >
      <div role="gridcell" className="table-cell" aria-colspan={columns}>
        <button type="button" className="table-group-toggle" tabIndex={-1} aria-expanded={open}>
          {open ? <ChevronDown16Regular aria-hidden="true" /> : <ChevronRight16Regular aria-hidden="true" />}
          {children}
        </button>
      </div>
    </div>
  );
}
