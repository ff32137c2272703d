import type Database from 'better-sqlite3-multiple-ciphers';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import { isWanted, type Wanted } from './conditions';
import { type Count, type Dimension, DIMENSIONS } from './dimensions';
import { BLOCK_ROWS, type FactColumns, KeptFacts } from './kept-facts';
import { type Keys, KeySet } from './key-set';
import { countLots } from './lot-counts';
import { type KnownValues, RowCoding } from './row-coding';
import { RowKinds } from './row-kinds';
import type { Lots } from './row-verdicts';
import { noTimes, type RowTimes, rowsInTime, sliceByTime, TIMES, type Time } from './row-times';
import type { Slice } from './segments';

/** More rows than these written at once are not looked at one by one: all are read anew, behind the questions. */
const MOST_PATCHED = 20_000;
/** 28 bytes for every key up to the last one: a store beyond this is counted by the engine. */
const MOST_KEYS = 16_000_000;
/** Names what blocks of kept facts have of every row. */
const FORMAT = ['kind', ...TIMES].join(' ');

interface TimeSlice {
  among: Keys;
  /** What is wanted of them, but for times. */
  wanted: Wanted;
  slice: Slice;
  time: Time;
  descending: boolean;
}

type SliceRow = [id: number, code: number | null, updated: number | null, created: number | null, resolved: number | null];

interface Row extends Record<Time, number | null> {
  id: number;
  /** Null: there is no such row any more. */
  tenant: number | null;
  severity: string;
  status: string;
  assignedTo: string;
}

/**
 * What every row is filtered by, in memory: tenant, severity, status, assignee and three times. What the search found and what lies in a span of time
 * is counted by it in some ms, which the engine takes 100 for, as it looks each row up. Only of use while every row that was written is read anew
 * before the next count (`patch`).
 */
export class RowFacts {
  #kinds = new RowKinds();
  /** By key of the row: one more than the place of its kind; 0: there is no such row. */
  #of = new Uint32Array(0);
  /** By key of the row, NaN where it has none. Of no row, anything. */
  #times: RowTimes = noTimes();
  /** Keys below it were read. */
  #upTo = 0;
  /** That of the last slice. */
  #coding: RowCoding | null = null;
  #isFull = false;
  /** Null: nothing was read yet. */
  #kept: KeptFacts | null = null;

  constructor(private readonly database: Database) {}

  /** Whether all rows are in it. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Forgets all, to be read anew. */
  drop(): void {
    this.#kinds = new RowKinds();
    this.#kept = null;
    this.#of = new Uint32Array(0);
    this.#times = noTimes();
    this.#upTo = 0;
    this.#coding = null;
    this.#isFull = false;
  }

  /** Whether reading all that is left takes less than the engine takes to count, as most of it was kept the last time. */
  get isQuick(): boolean {
    return this.#begin().isQuick(this.#last());
  }

  /** Reads the next rows, in some 6 ms: no question waits longer. Needs the index `incident_facts`. @returns whether there are more to be read */
  async readSlice(db: Kysely<Schema>, known: KnownValues): Promise<boolean> {
    if (this.#isFull) return false;
    const last = this.#last();
    if (last > MOST_KEYS) return false;
    this.#makeRoom(last);
    if (!(await this.#takeKept(db))) await this.#takeStored(db, known);
    this.#upTo += BLOCK_ROWS;
    this.#isFull = this.#upTo > last;
    return !this.#isFull;
  }

  /** Keeps some of it for the next start, where it is all there and up to date. @returns whether there is more to be kept */
  keepSome(): boolean {
    return this.#isFull && this.#begin().write(this.#columns(), this.#kinds.all, this.#last());
  }

  /** Reads anew what `touched_row` names, so many rows. */
  async patch(db: Kysely<Schema>, touched: number): Promise<void> {
    if (this.#upTo === 0) return;
    if (touched > MOST_PATCHED) this.drop();
    else await this.#readEach(db, sql`touched_row`);
  }

  /** Keys of the rows that are wanted, but for the severities asked for. @param among only these, null: all */
  select(wanted: Wanted, among: KeySet | null): KeySet {
    const isOfKind = this.#kinds.that((kind) => isWanted(kind, wanted, 'severity'));
    return KeySet.ofAscending(rowsInTime(wanted, { keys: among?.keys ?? null, of: this.#of, isOfKind, times: this.#times }));
  }

  /** How many rows there are of each kind; what is not counted by is that of one of them. @param among only these */
  count(among: KeySet, dimensions: ReadonlySet<Dimension>): Count[] {
    const sums = new Uint32Array(this.#kinds.all.length + 1);
    for (const key of among.keys) {
      const place = this.#of[key] ?? 0;
      sums[place] = (sums[place] ?? 0) + 1;
    }
    const counts = new Map<string, Count>();
    const [first, ...others] = dimensions;
    for (const [place, kind] of this.#kinds.all.entries()) {
      const rows = sums[place + 1] ?? 0;
      if (!kind || rows === 0 || first === undefined) continue;
      // There are tens of thousands of kinds: no list is made where one value is name enough.
      const name = others.length === 0 ? String(kind[first]) : JSON.stringify([...dimensions].map((dimension) => kind[dimension]));
      const known = counts.get(name);
      if (known) known.rows += rows;
      else counts.set(name, { ...kind, rows });
    }
    return [...counts.values()];
  }

  /**
   * The same by what rows say besides, each row in one pass: grouped there are thousands of both.
   * @param among null: all that are wanted but for the severities asked for
   */
  countLots(among: KeySet | null, wanted: Wanted, dimensions: ReadonlySet<Dimension>, lots: Lots): Count[] {
    return countLots({ kinds: this.#kinds.all, of: this.#of }, { among, wanted, dimensions, lots });
  }

  /** Keys of a part of a list in the order of a time; rows without that time are last. */
  slice({ among, wanted, slice: { segment, offset, limit }, time, descending }: TimeSlice): number[] {
    const { values } = segment;
    const dimensions = DIMENSIONS.filter((dimension) => values[dimension] !== undefined);
    const isAny = dimensions.length === 0 && DIMENSIONS.every((dimension) => wanted[dimension] === null);
    const isOfKind = this.#kinds.that((kind) => isAny || (isWanted(kind, wanted) && dimensions.every((one) => values[one] === kind[one])));
    const keys = isAny ? among.keys : among.keys.filter((key) => isOfKind[this.#of[key] ?? 0] === 1);
    return sliceByTime(keys, this.#times[time], { descending, offset, limit });
  }

  /** Blocks of kept facts say kinds by place: theirs come first, and before all others. */
  #begin(): KeptFacts {
    if (this.#kept) return this.#kept;
    this.#kept = new KeptFacts(this.database, FORMAT);
    this.#kinds = new RowKinds(this.#kept.begin());
    return this.#kept;
  }

  #last(): number {
    return Number(this.database.prepare('select max(id) from incident').pluck().get() ?? 0);
  }

  #columns(): FactColumns {
    return [this.#of, ...TIMES.map((time) => this.#times[time])];
  }

  /** Rows of the next block as they were kept, and those written since as they are. @returns whether they were kept */
  async #takeKept(db: Kysely<Schema>): Promise<boolean> {
    const others = this.#begin().read(this.#upTo / BLOCK_ROWS, this.#columns());
    if (others === null) return false;
    for (let key = this.#upTo; key < this.#upTo + BLOCK_ROWS; key += 1) {
      const place = this.#of[key] ?? 0;
      if (place > 0 && !this.#kinds.isGiven(place)) others.push(key);
    }
    await this.#readNamed(db, others);
    return true;
  }

  async #takeStored(db: Kysely<Schema>, known: KnownValues): Promise<void> {
    if (!this.#coding?.isOf(known)) this.#coding = new RowCoding(known);
    const coding = this.#coding;
    const slice = this.database.prepare(
      `select id, ${coding.sql} as code, ${TIMES.join(', ')} from incident indexed by incident_facts where id >= ? and id < ?`,
    );
    await this.#take(db, slice.raw().all(...coding.values, this.#upTo, this.#upTo + BLOCK_ROWS) as SliceRow[], coding);
  }

  async #take(db: Kysely<Schema>, rows: readonly SliceRow[], coding: RowCoding): Promise<void> {
    const others: number[] = [];
    for (const [key, code, updated, created, resolved] of rows) {
      if (code === null) {
        others.push(key);
        continue;
      }
      let place = coding.places.get(code);
      if (place === undefined) {
        place = this.#kinds.placeOf(coding.kindOf(code));
        coding.places.set(code, place);
      }
      this.#of[key] = place;
      this.#setTimes(key, updated, created, resolved);
    }
    await this.#readNamed(db, others);
  }

  async #readNamed(db: Kysely<Schema>, keys: readonly number[]): Promise<void> {
    if (keys.length > 0) await this.#readEach(db, sql`(select value as id from json_each(${JSON.stringify(keys)}))`);
  }

  #setTimes(key: number, updated: number | null, created: number | null, resolved: number | null): void {
    const { updated_at, created_at, resolved_at } = this.#times;
    updated_at[key] = updated ?? Number.NaN;
    created_at[key] = created ?? Number.NaN;
    resolved_at[key] = resolved ?? Number.NaN;
  }

  async #readEach(db: Kysely<Schema>, keys: RawBuilder<unknown>): Promise<void> {
    const { rows } = await sql<Row>`select named.id as id, incident.tenant_key as tenant, incident.severity_folded as severity,
        incident.status_folded as status, coalesce(incident.assigned_folded, '') as "assignedTo", ${sql.join(TIMES.map((time) => sql.ref(`incident.${time}`)))}
      from ${keys} as named left join incident on incident.id = named.id`.execute(db);
    this.#makeRoom(rows.reduce((last, { id }) => Math.max(last, id), 0));
    for (const { id, tenant, severity, status, assignedTo, updated_at, created_at, resolved_at } of rows) {
      this.#of[id] = tenant === null ? 0 : this.#kinds.placeOf({ tenant, severity, status, assignedTo });
      this.#setTimes(id, updated_at, created_at, resolved_at);
    }
  }

  #makeRoom(last: number): void {
    if (last < this.#of.length) return;
    const size = BLOCK_ROWS * Math.ceil(Math.max(last + 1, this.#of.length * 1.25) / BLOCK_ROWS);
    const grown = new Uint32Array(size);
    grown.set(this.#of);
    this.#of = grown;
    for (const time of TIMES) {
      const times = new Float64Array(size);
      times.set(this.#times[time]);
      this.#times[time] = times;
    }
  }
}
