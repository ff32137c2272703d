import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  id: string;
  header: string;
  /** Drawn in place of `header`, which then only names the column. */
  head?: ReactNode;
  /** Narrowest useful width in CSS pixels. */
  width: number;
  /** Width below which others make room for it; its narrowest one when absent. */
  comfort?: number;
  /** Its share of the room that is left over; none keeps it at its width. */
  grow?: number;
  /** Where there is no room for all, columns with the highest number go first; those without one stay. */
  dropOrder?: number;
  /** Does not go for others' comfort: only where there is no room even for what is narrowest. */
  lasting?: boolean;
  sortable?: boolean;
  /** What its order is, where the name does not say it: shown on hover of its head. */
  hint?: string;
  align?: 'end';
  /** Stays in place when the table is moved sideways. Pinned ones stand first, each at its width. */
  pinned?: boolean;
  /** Its width can be changed. */
  resizable?: boolean;
  cell(row: Row): ReactNode;
}

export interface TableSort {
  column: string;
  descending: boolean;
}

/** The columns there is room for. */
export function shownColumns<Row>(columns: readonly Column<Row>[], room: number): readonly Column<Row>[] {
  const next = columns.reduce<Column<Row> | null>(
    (worst, column) => ((column.dropOrder ?? 0) > (worst?.dropOrder ?? 0) ? column : worst),
    null,
  );
  if (!next || (next.lasting ? widthOf(columns) : comfortOf(columns)) <= room) return columns;
  return shownColumns(
    columns.filter((column) => column !== next),
    room,
  );
}

/** The room in which nothing makes room for anything. */
function comfortOf<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { comfort, width }) => sum + (comfort ?? width), 0);
}

/** The least room columns need. */
export function widthOf<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Where a pinned column stays, in CSS pixels from the left edge; undefined: it is not pinned. */
export function pinnedAt<Row>(columns: readonly Column<Row>[], index: number): number | undefined {
  if (!columns[index]?.pinned) return undefined;
  return columns.slice(0, index).reduce((sum, { width }) => sum + width, 0);
}

/** The columns as tracks of a CSS grid. */
export function tracksOf<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ width, grow }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`)).join(' ');
}

/** `aria-sort` of a column head; absent where the column cannot be sorted by. */
export function ariaSort<Row>(column: Column<Row>, sort: TableSort | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sortable) return undefined;
  if (sort?.column !== column.id) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
