import { randomInt } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import { CACHE } from '../open-database';
import { type Kinds, packKinds, unpackKinds } from './facts-legend';

/** Keys of a block. Migration 0027 has it as well. */
export const BLOCK_ROWS = 4_096;
/** Blocks written at once, in some 5 ms. */
const BLOCKS_AT_ONCE = 8;
/** With more rows than these written since, their blocks are written anew; fewer are read one by one at the next start. */
const MOST_CHANGED = 2_000;
/** Reading takes less than the engine takes to count, where no more than so many blocks are missing … */
const FEW_BLOCKS = 8;
/** … and no more rows than these are to be read one by one. */
const FEW_CHANGED = 5_000;
/** Kibibytes, negative as CACHE is. */
const PASSING_CACHE = -4 * 1024;
const LARGEST_LEGEND = 2 ** 47;

/** What is in memory of every row, by its key: the place of its kind first. */
export type FactColumns = readonly [of: Uint32Array, ...times: Float64Array[]];

/**
 * What every row is filtered by, kept in the store as it was in memory, so that the next start need not gather it from a million rows: blocks of so many keys, the columns of each
 * one after the other. In the transaction that writes a row of a block, the row is noted, or the block goes (migration 0027): what a block says is true but for the
 * rows noted, wherever the process was ended.
 */
export class KeptFacts {
  /** Blocks of this number say kinds by the places they have in memory. */
  #legend = 0;
  /** By place, whether the legend that is kept has this kind. */
  #named: Uint8Array | null = null;
  readonly #statements = new Map<string, Statement>();

  /** @param format names the columns: what was kept in another one is not read */
  constructor(
    private readonly database: Database,
    private readonly format: string,
  ) {}

  /** Before the first block is read. @returns the kinds whose places blocks hold */
  begin(): Kinds {
    const kept = this.#statement('select id, named, kinds from facts_legend where format = ?').get(this.format) as
      | { id: number; named: string; kinds: Uint8Array }
      | undefined;
    const kinds = kept ? unpackKinds(kept) : null;
    this.#named = null;
    // Where most places are empty, all is counted anew some time.
    const isOfUse = kinds !== null && kinds.filter((kind) => kind === null).length * 2 <= kinds.length;
    this.#legend = isOfUse && kept ? kept.id : randomInt(1, LARGEST_LEGEND);
    return isOfUse ? kinds : [];
  }

  /**
   * Puts a block into the columns. Places in it need not be those of a kind.
   * @returns keys of rows that were written since; null: there is no such block, and nothing was put anywhere
   */
  read(block: number, columns: FactColumns): number[] | null {
    const bytes = this.#bytes(block);
    if (!bytes || (bytes.length !== 0 && bytes.length !== bytesOf(columns))) return null;
    let from = 0;
    for (const part of bytes.length === 0 ? [] : partsOf(block, columns)) {
      part.set(bytes.subarray(from, from + part.length));
      from += part.length;
    }
    const first = block * BLOCK_ROWS;
    return this.#all('select id from facts_changed where id >= ? and id < ?', first, first + BLOCK_ROWS);
  }

  /** Whether all rows can be read while somebody waits. @param last key of a row */
  isQuick(last: number): boolean {
    return this.#missing(wholeBlocks(last)).length <= FEW_BLOCKS && this.#changed() <= FEW_CHANGED;
  }

  /**
   * Writes some blocks that are not there or not much use any more, as they are in memory now.
   * @param last key of a row
   * @returns whether there are more
   */
  write(columns: FactColumns, kinds: Kinds, last: number): boolean {
    const blocks = wholeBlocks(last);
    const wanted = [...this.#missing(blocks), ...this.#worn(blocks)];
    if (wanted.length === 0 && (blocks === 0 || this.#isNamed())) {
      if (blocks === 0) this.#run('delete from facts_legend');
      return false;
    }
    const named = kindsIn(columns[0].subarray(0, blocks * BLOCK_ROWS), kinds.length);
    this.database.transaction(() => {
      this.#writeLegend(named, kinds);
      for (const block of wanted.slice(0, BLOCKS_AT_ONCE)) this.#write(block, columns);
    })();
    this.#named = named;
    return wanted.length > BLOCKS_AT_ONCE;
  }

  /**
   * Passes by the cache of the engine as far as it can: what is read once would only take memory, at the start the dearest part of it. A cache made small loses
   * what it holds, so only where there is a block.
   */
  #bytes(block: number): Uint8Array | undefined {
    if (this.#pluck('select 1 from facts_block where block = ? and legend = ?', block, this.#legend) === undefined) return undefined;
    this.database.pragma(`cache_size = ${PASSING_CACHE}`);
    const bytes = this.#pluck('select facts from facts_block where block = ?', block);
    this.database.pragma(`cache_size = ${CACHE}`);
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  #write(block: number, columns: FactColumns): void {
    const first = block * BLOCK_ROWS;
    const isEmpty = columns[0].subarray(first, first + BLOCK_ROWS).every((place) => place === 0);
    const bytes = Buffer.concat(isEmpty ? [] : partsOf(block, columns));
    this.#run('insert or replace into facts_block (block, legend, facts) values (?, ?, ?)', block, this.#legend, bytes);
    this.#run('delete from facts_changed where id >= ? and id < ?', first, first + BLOCK_ROWS);
  }

  /** Only kinds that rows of blocks have: what a row was that has gone is not kept. */
  #writeLegend(named: Uint8Array, kinds: Kinds): void {
    if (this.#named !== null && Buffer.compare(this.#named, named) === 0 && this.#isNamed()) return;
    const packed = packKinds(kinds.map((kind, place) => (named[place + 1] === 1 ? kind : null)));
    this.#run('delete from facts_legend');
    const values = [this.#legend, this.format, packed.named, packed.kinds];
    this.#run('insert into facts_legend (id, format, named, kinds) values (?, ?, ?, ?)', ...values);
  }

  #isNamed(): boolean {
    return this.#pluck('select 1 from facts_legend where id = ?', this.#legend) !== undefined;
  }

  #missing(blocks: number): number[] {
    const there = new Set(this.#all('select block from facts_block where legend = ?', this.#legend));
    return Array.from({ length: blocks }, (_, block) => block).filter((block) => !there.has(block));
  }

  /** Blocks with rows to be read one by one, where those are many. */
  #worn(blocks: number): number[] {
    if (this.#changed() <= MOST_CHANGED) return [];
    return this.#all(`select distinct id / ${BLOCK_ROWS} from facts_changed where id < ?`, blocks * BLOCK_ROWS);
  }

  #changed(): number {
    return Number(this.#pluck('select count(*) from facts_changed'));
  }

  #pluck(sql: string, ...values: unknown[]): unknown {
    return this.#statement(sql)
      .pluck()
      .get(...values);
  }

  #all(sql: string, ...values: unknown[]): number[] {
    return this.#statement(sql)
      .pluck()
      .all(...values) as number[];
  }

  #run(sql: string, ...values: unknown[]): void {
    this.#statement(sql).run(...values);
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

/** The last one, where it is not whole, would go with every row that comes. */
function wholeBlocks(last: number): number {
  return Math.floor((last + 1) / BLOCK_ROWS);
}

function bytesOf(columns: FactColumns): number {
  return columns.reduce((sum, { BYTES_PER_ELEMENT }) => sum + BYTES_PER_ELEMENT * BLOCK_ROWS, 0);
}

/** The bytes of a block in every column. */
function partsOf(block: number, columns: FactColumns): Uint8Array[] {
  return columns.map(({ buffer, byteOffset, BYTES_PER_ELEMENT: size }) => {
    return new Uint8Array(buffer, byteOffset + block * BLOCK_ROWS * size, BLOCK_ROWS * size);
  });
}

/** By place, whether a row has it. */
function kindsIn(of: Uint32Array, kinds: number): Uint8Array {
  const named = new Uint8Array(kinds + 1);
  for (const place of of) named[place] = 1;
  return named;
}
