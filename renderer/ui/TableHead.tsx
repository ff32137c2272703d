import { ArrowSortDown16Filled, ArrowSortUp16Filled } from '@fluentui/react-icons';
import type { PointerEvent } from 'react';
import { cellClass } from './cell-class';
import { ariaSort, type Column, pinnedAt, type TableSort } from './table-columns';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: TableSort | undefined;
  onSort: ((column: string) => void) | undefined;
  onResize: ((column: string, width: number) => void) | undefined;
}

/** The row of column heads; those that sort are buttons. */
export function TableHead<Row>({ columns, sort, onSort, onResize }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" aria-rowindex={1} className="table-head-row">
        {columns.map((column, index) => {
          const direction = ariaSort(column, sort);
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={direction}
              className={cellClass(column)}
              style={{ left: pinnedAt(columns, index) }}
            >
              {direction && onSort ? (
                <button
                  type="button"
                  className="table-sort"
                  title={column.hint}
                  aria-label={column.head === undefined ? undefined : column.header}
                  onClick={() => onSort(column.id)}
                >
                  <span className="clip">{column.head ?? column.header}</span>
                  {direction === 'ascending' && <ArrowSortUp16Filled aria-hidden="true" />}
                  {direction === 'descending' && <ArrowSortDown16Filled aria-hidden="true" />}
                </button>
              ) : (
                (column.head ?? <span className="clip">{column.header}</span>)
              )}
              {onResize && column.resizable && <ResizeHandle onResize={(width) => onResize(column.id, width)} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Drawn with the pointer only; widths are set by keyboard where columns are chosen. */
function ResizeHandle({ onResize }: { onResize(width: number): void }) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget;
    const cell = handle.parentElement;
    if (!cell) return;
    const [from, width] = [event.clientX, cell.getBoundingClientRect().width];
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => onResize(width + clientX - from);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  return <span className="table-resize" aria-hidden="true" onPointerDown={start} />;
}
