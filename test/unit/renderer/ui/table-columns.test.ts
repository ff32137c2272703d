import { expect, it } from 'vitest';
import { ariaSort, type Column, pinnedAt, shownColumns, tracksOf, widthOf } from '../../../../renderer/ui/table-columns';

const column = (id: string, more: Partial<Column<unknown>>): Column<unknown> => ({ id, header: id, width: 100, cell: () => null, ...more });
const COLUMNS = [column('a', {}), column('b', { dropOrder: 2 }), column('c', { dropOrder: 1 }), column('d', { comfort: 200, grow: 3 })];
const ids = (columns: readonly Column<unknown>[]) => columns.map(({ id }) => id).join('');

it('drops columns in their order until the rest has room', () => {
  expect(ids(shownColumns(COLUMNS, 500))).toBe('abcd');
  expect(ids(shownColumns(COLUMNS, 499))).toBe('acd');
  expect(ids(shownColumns(COLUMNS, 399))).toBe('ad');
});

it('drops a lasting column only where there is no room for what is narrowest', () => {
  const columns = [column('a', { comfort: 300 }), column('b', { dropOrder: 2 }), column('c', { dropOrder: 1, lasting: true })];
  expect(ids(shownColumns(columns, 500))).toBe('abc');
  expect(ids(shownColumns(columns, 499))).toBe('ac');
  expect(ids(shownColumns(columns, 200))).toBe('ac');
  expect(ids(shownColumns(columns, 199))).toBe('a');
});

it('keeps columns without an order, however little room there is', () => {
  expect(ids(shownColumns(COLUMNS, 0))).toBe('ad');
});

it('makes grid tracks and a least width of them', () => {
  expect(tracksOf(COLUMNS.slice(2))).toBe('100px minmax(100px, 3fr)');
  expect(widthOf(COLUMNS)).toBe(400);
});

it('says how a column is sorted', () => {
  const sortable = column('name', { sortable: true });
  expect(ariaSort(sortable, { column: 'name', descending: true })).toBe('descending');
  expect(ariaSort(sortable, { column: 'name', descending: false })).toBe('ascending');
  expect(ariaSort(sortable, { column: 'other', descending: false })).toBe('none');
  expect(ariaSort(column('name', {}), { column: 'name', descending: false })).toBeUndefined();
});

it('keeps pinned columns side by side at the left edge', () => {
  const columns = [column('a', { pinned: true, width: 34 }), column('b', { pinned: true }), column('c', {})];
  expect(columns.map((_column, index) => pinnedAt(columns, index))).toEqual([0, 34, undefined]);
});
