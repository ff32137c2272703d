import type { HuntingRun } from '../../../../contract/hunting';
import type { LearnedTable } from '../schema/known-tables';

/** A table by itself, with steps that keep its columns and nothing else. Texts could hold a `|`: such a query teaches nothing. */
const PLAIN = /^\s*([A-Za-z_]\w*)\s*(?:\|\s*(?:where|take|limit|top|sort|order|sample)\b[^|"'`]*)*;?\s*$/;

/** The table whose columns the rows of a run show; null: the query makes columns of its own, or no row came. */
export function learnedFrom({ query, columns, tenants }: Pick<HuntingRun, 'query' | 'columns' | 'tenants'>): LearnedTable | null {
  const name = PLAIN.exec(query.replace(/\/\/.*$/gm, ''))?.[1];
  if (name === undefined || columns.length === 0 || !tenants.some(({ state }) => state === 'done')) return null;
  return { name, columns: columns.map((column) => ({ name: column.name, type: column.type === 'other' ? 'dynamic' : column.type })) };
}
