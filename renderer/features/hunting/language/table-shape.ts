export interface ColumnShape {
  name: string;
  /** A scalar type of the language: string, long, datetime … */
  type: string;
  about: string | null;
}

/** A table that can be hunted in. */
export interface TableShape {
  name: string;
  about: string | null;
  columns: readonly ColumnShape[];
}
