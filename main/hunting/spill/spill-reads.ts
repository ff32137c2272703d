/** Reads of the spill file that may take long: answered by a thread of their own, one after the other. */
export interface SpillReads {
  /** The whole numbers of a query of one column. */
  numbers(sql: string, values: readonly (string | number)[]): Promise<Uint32Array>;
  rows(sql: string, values: readonly (string | number)[]): Promise<(string | number | null)[][]>;
}

/** What the thread is started with. */
export interface SpillThreadData {
  path: string;
  binding: string | null;
  key: string;
}
