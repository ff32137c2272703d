// oxlint-disable-next-line typescript/triple-slash-reference -- tests compile this file too, without the declarations of main/
/// <reference path="../../store/engine.d.ts" />
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { HuntingColumn, HuntingRow, HuntingValue } from '../../../contract/hunting';
import type { TenantId } from '../../../contract/ids';
import { MergedColumns } from './merged-columns';

/** Rows that came one after the other from one part of one tenant's time. */
interface Segment {
  first: number;
  count: number;
  tenant: number;
  part: number;
}

/** A column of a run in its table. */
export const columnAt = (index: number): string => `c${index}`;
/** The most columns SQLite gives a table. */
const MOST_COLUMNS = 1_900;
/** Rows read in one turn. */
const AT_ONCE = 500;

/** The rows of one run: one table, with the rows of a tenant's part taken out again where that part failed. */
export class RunTable {
  readonly merged = new MergedColumns();
  /** Goes up whenever rows come or go. */
  version = 0;
  /** Goes up when rows went: what was computed by adding to it is to be computed anew. */
  epoch = 0;
  #segments: Segment[] = [];
  #last = 0;
  #total = 0;
  readonly #rowsOf = new Map<number, number>();

  constructor(
    readonly database: Database,
    readonly name: string,
    /** In the order rows of equal rank are shown in. */
    readonly tenantIds: readonly TenantId[],
  ) {
    database.prepare(`create table ${name} (n integer primary key, t integer not null)`).run();
  }

  get total(): number {
    return this.#total;
  }

  /** The number of the row that came last. */
  get last(): number {
    return this.#last;
  }

  rowsOf(tenant: number): number {
    return this.#rowsOf.get(tenant) ?? 0;
  }

  /** Takes rows of one tenant's part, with their columns. */
  writer(tenant: number, part: number): (columns: readonly HuntingColumn[], rows: readonly HuntingValue[][]) => void {
    let places: { of: readonly HuntingColumn[]; insert: (rows: readonly HuntingValue[][]) => void } | null = null;
    return (columns, rows) => {
      if (places?.of !== columns) places = { of: columns, insert: this.#inserter(tenant, columns) };
      if (rows.length === 0) return;
      const first = this.#last + 1;
      places.insert(rows);
      this.#last += rows.length;
      this.#note({ first, count: rows.length, tenant, part });
    };
  }

  /** Takes away what came from a tenant, or from one part of its time. */
  remove(tenant: number, part?: number): void {
    const goes = (one: Segment): boolean => one.tenant === tenant && (part === undefined || one.part === part);
    const going = this.#segments.filter(goes);
    if (going.length === 0) return;
    const remove = this.database.prepare(`delete from ${this.name} where n between ? and ?`);
    this.database.transaction(() => {
      for (const { first, count } of going) remove.run(first, first + count - 1);
    })();
    this.#segments = this.#segments.filter((one) => !goes(one));
    for (const { count } of going) this.#count(tenant, -count);
    this.version += 1;
    this.epoch += 1;
  }

  /** Numbers of the rows from `offset` on, in the order they came. */
  numbersAt(offset: number, limit: number): number[] {
    const numbers: number[] = [];
    let before = 0;
    for (const { first, count } of this.#segments) {
      for (let at = Math.max(0, offset - before); at < count && numbers.length < limit; at += 1) numbers.push(first + at);
      before += count;
      if (numbers.length >= limit) break;
    }
    return numbers;
  }

  /** Rows by their numbers, in that order. */
  rowsBy(numbers: readonly number[]): HuntingRow[] {
    const { columns } = this.merged;
    const read = this.database
      .prepare(`select t${columns.map((_, index) => `, ${columnAt(index)}`).join('')} from ${this.name} where n = ?`)
      .raw();
    return numbers.flatMap((number) => {
      const row = read.get(number) as (string | number | null)[] | undefined;
      return row ? [this.rowOf(row)] : [];
    });
  }

  /** All rows in the order they came. Others get their turn in between. */
  async *rows(): AsyncGenerator<HuntingRow> {
    const last = this.#last;
    for (let after = 0; after < last; ) {
      const names = ['n', 't', ...this.merged.columns.map((_, index) => columnAt(index))];
      const read = this.database.prepare(`select ${names.join(', ')} from ${this.name} where n > ? and n <= ? order by n limit ${AT_ONCE}`);
      const found = read.raw().all(after, last) as [number, ...(string | number | null)[]][];
      for (const [number, ...row] of found) {
        after = number;
        yield this.rowOf(row);
      }
      if (found.length < AT_ONCE) return;
      await nextTurn();
    }
  }

  /** A row read as tenant and columns. */
  rowOf([tenant, ...values]: readonly (string | number | null)[]): HuntingRow {
    const { columns } = this.merged;
    return { tenantId: this.tenantIds[Number(tenant)] ?? '', values: values.map((value, index) => this.valueOf(value, columns[index])) };
  }

  valueOf(value: string | number | null, column: HuntingColumn | undefined): HuntingValue {
    return column?.type === 'bool' && typeof value === 'number' ? value === 1 : value;
  }

  drop(): void {
    this.database.prepare(`drop table ${this.name}`).run();
    this.#segments = [];
    this.#total = 0;
  }

  #inserter(tenant: number, columns: readonly HuntingColumn[]): (rows: readonly HuntingValue[][]) => void {
    const before = this.merged.columns.length;
    const places = this.merged.placesOf(columns);
    if (this.merged.columns.length > MOST_COLUMNS) throw new Error(`The answers of this run have more than ${MOST_COLUMNS} columns.`);
    for (let index = before; index < this.merged.columns.length; index += 1)
      this.database.prepare(`alter table ${this.name} add column ${columnAt(index)}`).run();
    if (this.merged.columns.length > before) this.version += 1;
    const names = ['n', 't', ...places.map(columnAt)];
    const insert = this.database.prepare(`insert into ${this.name} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`);
    return this.database.transaction((rows: readonly HuntingValue[][]) => {
      let number = this.#last;
      for (const row of rows) {
        number += 1;
        insert.run(number, tenant, ...row.map(stored));
      }
    });
  }

  #note(segment: Segment): void {
    const last = this.#segments.at(-1);
    const continues = last?.tenant === segment.tenant && last.part === segment.part && last.first + last.count === segment.first;
    if (continues) last.count += segment.count;
    else this.#segments.push(segment);
    this.#count(segment.tenant, segment.count);
    this.version += 1;
  }

  #count(tenant: number, more: number): void {
    this.#total += more;
    this.#rowsOf.set(tenant, this.rowsOf(tenant) + more);
  }
}

const stored = (value: HuntingValue): string | number | null => (typeof value === 'boolean' ? Number(value) : value);
