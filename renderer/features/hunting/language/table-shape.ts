export interface ColumnShape {
  name: string;
  /** A scalar type of the language: string, long, datetime … */
  type: string;
  about: string | null;
}

/** Preview: Microsoft may still change it. Replaced: a newer table holds what it held. */
export type TableState = 'preview' | 'replaced';

/** A table that can be hunted in. */
export interface TableShape {
  name: string;
  about: string | null;
  /** Null: a table like any other, or nothing is known of it. */
  state: TableState | null;
  columns: readonly ColumnShape[];
}
