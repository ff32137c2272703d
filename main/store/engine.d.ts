/** The part of the package we use: its export map hides the declarations it ships. */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement {
    readonly reader: boolean;
    run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
    get(...parameters: unknown[]): unknown;
    all(...parameters: unknown[]): unknown[];
    iterate(...parameters: unknown[]): IterableIterator<unknown>;
    /** Rows as arrays of their values. */
    raw(): this;
    /** Of each row the first value only. */
    pluck(): this;
  }

  export default class Database {
    /** The path it was opened with. */
    readonly name: string;
    /** A transaction is under way. */
    readonly inTransaction: boolean;
    constructor(path: string, options?: { timeout?: number; nativeBinding?: string });
    /** Sets the key; never fails, a wrong one shows at the first read. */
    key(key: Buffer): number;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    prepare(source: string): Statement;
    /** A function that runs `work` in a transaction and rolls back when it throws. */
    transaction<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R;
    /** A function statements of this connection can call. @param options `directOnly`: not from triggers, views or the schema */
    function(name: string, options: { directOnly?: boolean }, work: (...args: unknown[]) => unknown): this;
    close(): this;
  }
}
