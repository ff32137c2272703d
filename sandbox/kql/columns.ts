import type { Expression } from './syntax';
import { type Column, type Table, textOf, type Value } from './values';

/** Where a table has a column of this name and type; -1: nowhere. */
export const placeOf = (table: Table, { name, type }: Column): number =>
  table.columns.findIndex((one) => one.name === name && one.type === type);
/** What a row has in a column its table lacked. */
export const emptyOf = (column: Column | undefined): Value => (column?.type === 'string' ? '' : null);

/** Functions that keep the name of the column they are over. */
const KEEPS_NAME: ReadonlySet<string> = new Set([
  'bin',
  'floor',
  'tostring',
  'startofday',
  'startofweek',
  'startofmonth',
  'tolower',
  'toupper',
]);

/** The name a column made of an expression gets by itself; empty: none. */
export function nameFrom(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member' && expression.key.kind === 'literal')
    return `${nameFrom(expression.of)}_${textOf(expression.key.value, 'string')}`;
  const [first] = expression.kind === 'call' && KEEPS_NAME.has(expression.name) ? expression.args : [];
  return first ? nameFrom(first.expression) : '';
}

/** The table with these of its columns, in this order. */
export function choose(table: Table, columns: readonly Column[]): Table {
  const places = columns.map((column) => table.columns.indexOf(column));
  return { columns, rows: table.rows.map((row) => places.map((place) => row[place] ?? null)) };
}

/** Columns with a number behind names that are there already. */
export function unique(columns: readonly Column[]): Column[] {
  const used = new Set<string>();
  return columns.map(({ name, type }) => {
    let free = name;
    for (let number = 1; used.has(free); number += 1) free = `${name}${number}`;
    used.add(free);
    return { name: free, type };
  });
}

/** Whether a name is one of a pattern with stars. */
export function fits(name: string, pattern: string): boolean {
  if (!pattern.includes('*')) return name === pattern;
  const stem = pattern.replaceAll('*', '');
  return (
    pattern === '*' ||
    (pattern.startsWith('*') && pattern.endsWith('*')
      ? name.includes(stem)
      : pattern.startsWith('*')
        ? name.endsWith(stem)
        : name.startsWith(stem))
  );
}
