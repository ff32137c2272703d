import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { listMove } from './list-keys';
import { type Column, shownColumns, type TableSort, tracksOf, widthOf } from './table-columns';
import { TableHead } from './TableHead';
import { useWidth } from './use-width';
import './virtual-table.css';

const HEAD_HEIGHT = 34;
/** Left and right of the columns, as in virtual-table.css. */
const PADDING = 32;

interface VirtualTableProps<Row> {
  /** Name of the grid. */
  label: string;
  columns: readonly Column<Row>[];
  count: number;
  /** Undefined while the row is on its way: it is drawn as a shimmer. */
  rowAt(index: number): Row | undefined;
  isSelected(row: Row): boolean;
  /** Whether details are open: moving then opens the next ones. */
  following: boolean;
  onOpen(row: Row): void;
  onClose(): void;
  sort?: TableSort;
  onSort?(column: string): void;
  /** Called with the first and last row in view. */
  onView?(first: number, last: number): void;
  rowHeight?: number;
  /** Shown instead of rows while there are none. */
  empty?: ReactNode;
  /** A change of it scrolls to the top. */
  listKey?: string;
}

/** A grid that draws only the rows in view: it costs the same at a hundred rows and at a million. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    count,
    rowAt,
    isSelected,
    following,
    onOpen,
    onClose,
    sort,
    onSort,
    onView,
    rowHeight = 38,
    empty,
    listKey = '',
  } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const width = useWidth(viewport);
  const [active, setActive] = useState(-1);
  const id = useId();
  const shown = shownColumns(columns, width - PADDING);
  // oxlint-disable-next-line react/incompatible-library -- this project compiles no memoisation in, which is what the rule is about
  const rows = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const drawn = rows.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= first && count > 0) onView?.(first, last);
  }, [first, last, count, onView]);

  useEffect(() => {
    setActive(-1);
    viewport.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== viewport.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((viewport.current.clientHeight - HEAD_HEIGHT) / rowHeight);
    const move = listMove(event.key, { active, count, page });
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'close') return onClose();
    const index = move.kind === 'to' ? move.index : active;
    const row = rowAt(index);
    if (move.kind === 'to') {
      setActive(index);
      rows.scrollToIndex(index);
    }
    if (row && (move.kind === 'open' || following)) onOpen(row);
  };

  return (
    <div
      ref={viewport}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={shown.length}
      aria-activedescendant={active >= first && active <= last && active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      style={{ '--tracks': tracksOf(shown), '--least': `${widthOf(shown) + PADDING}px`, '--row': `${rowHeight}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <TableHead columns={shown} sort={sort} onSort={onSort} />
      {count === 0 && empty ? (
        <div role="row" aria-rowindex={2} className="table-empty">
          <div role="gridcell">{empty}</div>
        </div>
      ) : (
        <div role="rowgroup" className="table-body" style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="row"
                className={index === active ? 'table-row table-row-active' : 'table-row'}
                aria-rowindex={index + 2}
                aria-selected={row !== undefined && isSelected(row)}
                style={{ transform: `translateY(${start - HEAD_HEIGHT}px)` }}
                onClick={() => {
                  setActive(index);
                  if (row !== undefined) onOpen(row);
                }}
              >
                {shown.map((column) => (
                  <div key={column.id} role="gridcell" className={column.align === 'end' ? 'table-cell table-cell-end' : 'table-cell'}>
                    {row === undefined ? <span className="shimmer" /> : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
