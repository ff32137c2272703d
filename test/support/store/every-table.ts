import { gzipSync } from 'node:zlib';
import { TENANT_A, TENANT_B } from './incident-pages';

interface Database {
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
}

export type Row = Record<string, unknown>;

/** Values that must make sense to whoever reads them; every other column is given one by its type. */
const VALUES: Record<string, (number: number) => unknown> = {
  'tenant.tenant_id': (number) => (number === 1 ? TENANT_A : TENANT_B),
  'tenant.problem': () => JSON.stringify({ code: 'timeout', at: 5, detail: 'word for word' }),
  'tenant.tags': () => '["one","two"]',
  'tenant.colour': () => 'blue',
  'tenant.preferred_surface': () => 'graph',
  'tenant.read_over': () => '{"surface":"graph","preferred":"xdr"}',
  'tenant.incident_count': () => 1,
  'tenant.keep_days': () => 0,
  'partner_app.purpose': () => '',
  'credential.source': () => '{"kind":"secret"}',
  'removal.at': () => Date.now(),
  'incident_change.changes': () => '[]',
  'incident.tags': () => '[]',
  'incident.severity_folded': () => 'high',
  'incident.status_folded': () => 'redirected',
  'raw_page.surface': () => 'xdr',
  'raw_page.encoding': () => 'gzip',
  'raw_page.body': () => gzipSync('{"value":[]}'),
  'raw_page.body_gzip': () => gzipSync('{"value":[]}'),
  'consent_event.facts': () => '{}',
};
/** Tables of the engine, and those that are filled by themselves from others. */
const NOT_OURS = /^(sqlite_|kysely_|incident_text)/;
const DERIVED: ReadonlySet<string> = new Set([
  'search_pending',
  'entity',
  'sighting',
  'incident_tally',
  'facts_legend',
  'facts_block',
  'facts_changed',
]);

/** Puts two rows into every table there is, whichever version made them: each column filled, each reference to the row of the same number. */
export function fillEveryTable(database: Database): void {
  for (const table of tablesInOrder(database)) {
    const columns = database.prepare(`select name, type, pk from pragma_table_info('${table}')`).all() as {
      name: string;
      type: string;
      pk: number;
    }[];
    const references = referencesOf(database, table);
    for (const number of table === 'partner_app' ? [1] : [1, 2]) {
      const values = columns.map(({ name, type }) => {
        if (references.some(({ from }) => from === name)) return referenced(database, table, name, number);
        return (
          VALUES[`${table}.${name}`]?.(number) ??
          (/integer/i.test(type) ? number : /blob/i.test(type) ? Buffer.from([number]) : `${name} ${number}`)
        );
      });
      const names = columns.map(({ name }) => name);
      database.prepare(`insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(...values);
    }
  }
}

/** Every row of every table that is not filled by itself. */
export function rowsOfEveryTable(database: Database): Map<string, Row[]> {
  return new Map(tablesInOrder(database).map((table) => [table, database.prepare(`select * from "${table}"`).all() as Row[]]));
}

function referenced(database: Database, table: string, column: string, number: number): unknown {
  const reference = referencesOf(database, table).find(({ from }) => from === column);
  const rows = database.prepare(`select "${reference?.to}" as value from "${reference?.table}" order by rowid`).all() as {
    value: unknown;
  }[];
  return (rows[number - 1] ?? rows[0])?.value;
}

function referencesOf(database: Database, table: string): { from: string; to: string; table: string }[] {
  return database.prepare(`select "from", "to", "table" from pragma_foreign_key_list('${table}')`).all() as {
    from: string;
    to: string;
    table: string;
  }[];
}

/** Tables after those they point to. */
function tablesInOrder(database: Database): string[] {
  const all = (database.prepare("select name from sqlite_master where type = 'table' order by name").all() as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !NOT_OURS.test(name) && !DERIVED.has(name));
  const ordered: string[] = [];
  const add = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { table } of referencesOf(database, name)) if (table !== name) add(table);
    ordered.push(name);
  };
  for (const name of all) add(name);
  return ordered;
}
