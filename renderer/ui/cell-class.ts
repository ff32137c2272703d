import type { Column } from './table-columns';

/** Classes of a cell, in the head and in rows. */
export function cellClass<Row>({ align, pinned }: Column<Row>): string {
  return ['table-cell', align === 'end' && 'table-cell-end', pinned && 'table-cell-pinned'].filter(Boolean).join(' ');
}
