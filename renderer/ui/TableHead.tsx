import { ArrowSortDown16Filled, ArrowSortUp16Filled } from '@fluentui/react-icons';
import { ariaSort, type Column, type TableSort } from './table-columns';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: TableSort | undefined;
  onSort: ((column: string) => void) | undefined;
}

/** The row of column heads; those that sort are buttons. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" aria-rowindex={1} className="table-head-row">
        {columns.map((column) => {
          const direction = ariaSort(column, sort);
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={direction}
              className={column.align === 'end' ? 'table-cell table-cell-end' : 'table-cell'}
            >
              {direction && onSort ? (
                <button type="button" className="table-sort" onClick={() => onSort(column.id)}>
                  <span className="clip">{column.header}</span>
                  {direction === 'ascending' && <ArrowSortUp16Filled aria-hidden="true" />}
                  {direction === 'descending' && <ArrowSortDown16Filled aria-hidden="true" />}
                </button>
              ) : (
                (column.head ?? <span className="clip">{column.header}</span>)
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
