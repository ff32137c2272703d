import type { HuntingColumn, HuntingFilter, HuntingSelection, HuntingValue, HuntingView } from '../../../contract/hunting';
import { columnAt, type RunTable } from './run-table';

export interface Condition {
  sql: string;
  values: (string | number)[];
}

/** A column of a view in SQL; null: the run has none of that name. `t` stands for `tenantId`. */
function place(table: RunTable, name: string): { sql: string; column: HuntingColumn | null } | null {
  const index = table.merged.indexOf(name);
  if (index >= 0) return { sql: columnAt(index), column: table.merged.columns[index] ?? null };
  return name === 'tenantId' ? { sql: 't', column: null } : null;
}

/** What a column is ordered and compared by. Times are text with up to seven digits of a second and a Z, which would stand before the missing digits. */
export function rankOf(table: RunTable, name: string): string | null {
  const found = place(table, name);
  return found && (found.column?.type === 'datetime' ? `rtrim(${found.sql}, 'Z')` : found.sql);
}

export function orderOf(table: RunTable, sort: HuntingView['sort']): string {
  const rank = sort && rankOf(table, sort.column);
  return rank ? `${rank} ${sort.descending ? 'desc' : 'asc'}, n` : 'n';
}

/** The rows of a selection. A filter on a column the run does not have finds what an empty column would. */
export function conditionOf(table: RunTable, { filters, text }: HuntingSelection): Condition {
  const conditions = [...filters.map((filter) => filterOf(table, filter)), ...(text === '' ? [] : [anywhere(table, text)])];
  return {
    sql: conditions.length === 0 ? '1' : conditions.map(({ sql }) => `(${sql})`).join(' and '),
    values: conditions.flatMap(({ values }) => values),
  };
}

function filterOf(table: RunTable, filter: HuntingFilter): Condition {
  const found = place(table, filter.column);
  const sql = found?.sql ?? 'null';
  const isTenant = found !== null && found.column === null;
  const wanted = isTenant ? table.tenantIds.indexOf(String(filter.value)) : plain(filter.value, found?.column ?? null);
  switch (filter.op) {
    case 'isEmpty':
      return { sql: `${sql} is null or ${sql} = ''`, values: [] };
    case 'isNotEmpty':
      return { sql: `${sql} is not null and ${sql} <> ''`, values: [] };
    case 'contains':
      return { sql: `${sql} like ? escape '\\'`, values: [pattern(String(filter.value ?? ''))] };
    case 'notContains':
      return { sql: `${sql} is null or ${sql} not like ? escape '\\'`, values: [pattern(String(filter.value ?? ''))] };
    case 'equals':
      return wanted === null ? { sql: `${sql} is null`, values: [] } : { sql: `${sql} = ?`, values: [wanted] };
    case 'notEquals':
      return wanted === null ? { sql: `${sql} is not null`, values: [] } : { sql: `${sql} is null or ${sql} <> ?`, values: [wanted] };
    case 'greater':
    case 'less': {
      const rank = (found && rankOf(table, filter.column)) ?? 'null';
      const bound = typeof wanted === 'string' && found?.column?.type === 'datetime' ? wanted.replace(/Z$/, '') : wanted;
      return bound === null ? { sql: '0', values: [] } : { sql: `${rank} ${filter.op === 'greater' ? '>' : '<'} ?`, values: [bound] };
    }
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['long', 'int', 'real', 'decimal']);

/** As it is stored: a number that was typed as text still is one. */
function plain(value: HuntingValue, column: HuntingColumn | null): string | number | null {
  if (typeof value === 'boolean') return Number(value);
  if (column?.type === 'bool' && typeof value === 'string') return Number(/^(?:true|1)$/i.test(value));
  if (
    typeof value === 'string' &&
    column &&
    NUMBERS.has(column.type) &&
    value.trim() !== '' &&
    Number.isSafeInteger(Math.trunc(Number(value)))
  )
    return Number(value);
  return value;
}

function anywhere(table: RunTable, text: string): Condition {
  const columns = table.merged.columns.map((_, index) => columnAt(index));
  if (columns.length === 0) return { sql: '0', values: [] };
  return { sql: columns.map((column) => `${column} like ? escape '\\'`).join(' or '), values: columns.map(() => pattern(text)) };
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
