import type Database from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import { WRITTEN_COLUMNS } from './incident-row';

type Value = string | number | null;
/** The written columns of a stored row. */
export type WrittenRow = Record<(typeof WRITTEN_COLUMNS)[number], Value>;

/**
 * Replaces stored rows by writing the columns that are different, and no other: the engine writes every index anew that holds a column it is given, whether
 * or not its value is another, and there are ten. With a prepared statement for each set of columns that changed together.
 */
export class RowReplacement {
  readonly #statements = new Map<string, Statement>();

  constructor(private readonly database: Database) {}

  /** In: the row as it is stored, and what it is to be, in the order of `WRITTEN_COLUMNS`. */
  write(before: WrittenRow & { id: number }, values: readonly Value[]): void {
    const different = WRITTEN_COLUMNS.flatMap((name, index) => (before[name] === values[index] ? [] : index));
    if (different.length > 0) this.#statement(different).run(...different.map((index) => values[index] ?? null), before.id);
  }

  #statement(columns: readonly number[]): Statement {
    const name = columns.join();
    const known = this.#statements.get(name);
    if (known) return known;
    const assignments = columns.map((index) => `${WRITTEN_COLUMNS[index]} = ?`);
    const made = this.database.prepare(`update incident set ${assignments.join(', ')} where id = ?`);
    this.#statements.set(name, made);
    return made;
  }
}
