import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  id: string;
  header: string;
  /** A CSS grid track, such as `minmax(200px, 3fr)`. */
  track: string;
  /** Left out while the table is narrower than this, in CSS pixels. */
  hideBelow?: number;
  sortable?: boolean;
  align?: 'end';
  cell(row: Row): ReactNode;
}

export interface TableSort {
  column: string;
  descending: boolean;
}

/** The columns there is room for. */
export function shownColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  return columns.filter(({ hideBelow = 0 }) => width >= hideBelow);
}

/** `aria-sort` of a column head; absent where the column cannot be sorted by. */
export function ariaSort<Row>(column: Column<Row>, sort: TableSort | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sortable) return undefined;
  if (sort?.column !== column.id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
