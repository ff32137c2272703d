import type Database from 'better-sqlite3-multiple-ciphers';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import { isWanted, type Wanted } from './conditions';
import { type Count, type Dimension, DIMENSIONS } from './dimensions';
import { type Keys, KeySet } from './key-set';
import { Numbering, PairSums } from './pair-sums';
import { type KnownValues, RowCoding } from './row-coding';
import type { Lots } from './row-verdicts';
import { noTimes, type RowTimes, rowsInTime, sliceByTime, TIMES, type Time } from './row-times';
import type { Slice } from './segments';

/** Keys read at once, in some 5 ms: no question waits longer. */
const SLICE = 4_000;
/** More rows than these written at once are not looked at one by one: all are read anew, behind the questions. */
const MOST_PATCHED = 20_000;
/** 28 bytes for every key up to the last one: a store beyond this is counted by the engine. */
const MOST_KEYS = 16_000_000;
/** What kind a row is of; `rows` says nothing. */
type Kind = Count;

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
  #kinds: Kind[] = [];
  #places = new Map<string, number>();
  /** By key of the row: one more than the place of its kind; 0: there is no such row. */
  #of = new Uint32Array(0);
  /** By key of the row, NaN where it has none. */
  #times: RowTimes = noTimes();
  /** Keys below it were read. */
  #upTo = 0;
  /** That of the last slice. */
  #coding: RowCoding | null = null;
  #isFull = false;

  /** Whether all rows are in it. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Forgets all, to be read anew. */
  drop(): void {
    this.#kinds = [];
    this.#places = new Map();
    this.#of = new Uint32Array(0);
    this.#times = noTimes();
    this.#upTo = 0;
    this.#coding = null;
    this.#isFull = false;
  }

  /** Reads the next rows. Needs the index `incident_facts`. @returns whether there are more to be read */
  async readSlice(db: Kysely<Schema>, database: Database, known: KnownValues): Promise<boolean> {
    if (this.#isFull) return false;
    const last = Number(database.prepare('select max(id) from incident').pluck().get() ?? 0);
    if (last > MOST_KEYS) return false;
    this.#makeRoom(last);
    if (!this.#coding?.isOf(known)) this.#coding = new RowCoding(known);
    const coding = this.#coding;
    const to = this.#upTo + SLICE;
    const slice = database.prepare(
      `select id, ${coding.sql} as code, ${TIMES.join(', ')} from incident indexed by incident_facts where id >= ? and id < ?`,
    );
    await this.#take(db, slice.raw().all(...coding.values, this.#upTo, to) as SliceRow[], coding);
    this.#upTo = to;
    this.#isFull = to > last;
    return !this.#isFull;
  }

  /** Reads anew what `touched_row` names, so many rows. */
  async patch(db: Kysely<Schema>, touched: number): Promise<void> {
    if (this.#upTo === 0) return;
    if (touched > MOST_PATCHED) this.drop();
    else await this.#readEach(db, sql`touched_row`);
  }

  /** Keys of the rows that are wanted, but for the severities asked for. @param among only these, null: all */
  select(wanted: Wanted, among: KeySet | null): KeySet {
    const isOfKind = this.#kindsThat((kind) => isWanted(kind, wanted, 'severity'));
    return KeySet.ofAscending(rowsInTime(wanted, { keys: among?.keys ?? null, of: this.#of, isOfKind, times: this.#times }));
  }

  /** How many rows there are of each kind; what is not counted by is that of one of them. @param among only these */
  count(among: KeySet, dimensions: ReadonlySet<Dimension>): Count[] {
    const sums = new Uint32Array(this.#kinds.length + 1);
    for (const key of among.keys) {
      const place = this.#of[key] ?? 0;
      sums[place] = (sums[place] ?? 0) + 1;
    }
    const counts = new Map<string, Count>();
    const [first, ...others] = dimensions;
    for (const [place, kind] of this.#kinds.entries()) {
      const rows = sums[place + 1] ?? 0;
      if (rows === 0 || first === undefined) continue;
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
  countLots(among: KeySet | null, wanted: Wanted, dimensions: ReadonlySet<Dimension>, { verdict, values, said, of: lotOf }: Lots): Count[] {
    const groups: (Kind | undefined)[] = [];
    const groupOf = new Uint32Array(this.#kinds.length + 1);
    const numbering = new Numbering();
    for (const [place, kind] of this.#kinds.entries()) {
      if (!isWanted(kind, wanted, 'severity')) continue;
      let group = 0;
      for (const dimension of dimensions) group = numbering.of(group, kind[dimension]);
      groups[group] ??= kind;
      groupOf[place + 1] = group;
    }
    const sums = new PairSums(numbering.last + 1, values.length + 1);
    const size = among?.size ?? this.#of.length;
    for (let at = 0; at < size; at += 1) {
      const key = among === null ? at : (among.keys[at] ?? 0);
      sums.add(groupOf[this.#of[key] ?? 0] ?? 0, lotOf[said[key] ?? 0] ?? 0);
    }
    const counts: Count[] = [];
    for (const [group, lot, rows] of sums.met()) {
      const kind = groups[group];
      const value = values[lot - 1];
      if (kind && value !== undefined)
        counts.push(verdict === 'classification' ? { ...kind, classification: value, rows } : { ...kind, determination: value, rows });
    }
    return counts;
  }

  /** Keys of a part of a list in the order of a time; rows without that time are last. */
  slice({ among, wanted, slice: { segment, offset, limit }, time, descending }: TimeSlice): number[] {
    const { values } = segment;
    const dimensions = DIMENSIONS.filter((dimension) => values[dimension] !== undefined);
    const isAny = dimensions.length === 0 && DIMENSIONS.every((dimension) => wanted[dimension] === null);
    const isOfKind = this.#kindsThat((kind) => isAny || (isWanted(kind, wanted) && dimensions.every((one) => values[one] === kind[one])));
    const keys = isAny ? among.keys : among.keys.filter((key) => isOfKind[this.#of[key] ?? 0] === 1);
    return sliceByTime(keys, this.#times[time], { descending, offset, limit });
  }

  /** By place, whether rows of a kind are wanted. Place 0, no row, never is. */
  #kindsThat(isOne: (kind: Kind) => boolean): Uint8Array {
    const found = new Uint8Array(this.#kinds.length + 1);
    for (let place = 0; place < this.#kinds.length; place += 1) {
      const kind = this.#kinds[place];
      if (kind && isOne(kind)) found[place + 1] = 1;
    }
    return found;
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
        place = this.#place(coding.kindOf(code));
        coding.places.set(code, place);
      }
      this.#of[key] = place;
      this.#setTimes(key, updated, created, resolved);
    }
    if (others.length > 0) await this.#readEach(db, sql`(select value as id from json_each(${JSON.stringify(others)}))`);
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
      this.#of[id] = tenant === null ? 0 : this.#place({ tenant, severity, status, assignedTo });
      this.#setTimes(id, updated_at, created_at, resolved_at);
    }
  }

  #place({ tenant, severity, status, assignedTo }: Omit<Kind, 'rows'>): number {
    const name = JSON.stringify([tenant, severity, status, assignedTo]);
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#kinds.push({ tenant, severity, status, assignedTo, rows: 0 });
    this.#places.set(name, place);
    return place;
  }

  #makeRoom(last: number): void {
    if (last < this.#of.length) return;
    const size = Math.max(last + 1, Math.ceil(this.#of.length * 1.25));
    const grown = new Uint32Array(size);
    grown.set(this.#of);
    this.#of = grown;
    for (const time of TIMES) {
      const times = new Float64Array(size).fill(Number.NaN);
      times.set(this.#times[time]);
      this.#times[time] = times;
    }
  }
}
