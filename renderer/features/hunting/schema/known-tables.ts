import type { ColumnShape, TableShape, TableState } from '../language/table-shape';
import { COLUMN_WORDS } from './column-words';
import documented from './advanced-hunting.json';

/** A table as the file has it. */
interface DocumentedTable {
  name: string;
  about: string;
  state?: TableState;
  /** The date that the page it was held against bears. Missing: it was not compared. */
  page?: string;
  /** The commit of that page's stored copy, where it is known. */
  commit?: string;
  columns: string;
}

const TABLES = documented.tables as readonly DocumentedTable[];

/** Of which day the tables that ship with Tenantry are, and how many of them were held against Microsoft's documentation. */
export const SCHEMA_SOURCE = { date: documented.date, compared: TABLES.filter(({ page }) => page).length, all: TABLES.length };

const GROUPS: Readonly<Record<string, string>> = documented.groups;

/** The documented tables of advanced hunting. */
export const DOCUMENTED_TABLES: readonly TableShape[] = TABLES.map(({ name, about, state, columns }) => ({
  name,
  about,
  state: state ?? null,
  columns: columns.split(' ').flatMap(columnsOf),
}));

/** `Name`, `Name:type` or `@group`. */
function columnsOf(entry: string): ColumnShape[] {
  if (entry.startsWith('@')) return (GROUPS[entry.slice(1)] ?? '').split(' ').flatMap(columnsOf);
  const [name = entry, type = 'string'] = entry.split(':');
  return [{ name, type, about: COLUMN_WORDS[name] ?? null }];
}

/** A table as an answer of a tenant showed it. */
export interface LearnedTable {
  name: string;
  columns: readonly { name: string; type: string }[];
}

/** The documented tables with what was learned from tenants: tables nobody documented, and columns they have more. */
export function withLearned(learned: readonly LearnedTable[], documentedTables = DOCUMENTED_TABLES): readonly TableShape[] {
  const byName = new Map(documentedTables.map((table) => [table.name, table]));
  for (const { name, columns } of learned) {
    const known = byName.get(name);
    const there = new Set(known?.columns.map((column) => column.name));
    const more = columns.filter((column) => !there.has(column.name)).map((column) => ({ ...column, about: null }));
    if (known && more.length === 0) continue;
    byName.set(name, { name, about: known?.about ?? null, state: known?.state ?? null, columns: [...(known?.columns ?? []), ...more] });
  }
  return [...byName.values()];
}
