import type Database from 'better-sqlite3-multiple-ciphers';
import { foldedValue } from '../../../contract/folded-value';
import { type Keys, KeysOfPart } from './key-set';
import type { Verdict } from './verdict-order';

/** Keys read at once, in some 4 ms: no question waits longer. */
const SLICE = 4_000;
/** More rows than these written at once are not looked at one by one. */
const MOST_PATCHED = 20_000;

type Row = [id: number, classification: string | null, determination: string | null];

/** Rows in lots by what they say. */
export interface Lots {
  verdict: Verdict;
  /** Folded, empty: not set. That of lot 1 first; lot 0 is of keys without a row. */
  values: readonly string[];
  /** By key of the row, what it says … */
  said: Uint32Array;
  /** … and by that, its lot. */
  of: Uint32Array;
}

/**
 * Classification and determination of every row, in memory, 4 bytes by key: lists are sorted by them with no index, which each row that is stored would have to
 * be put into. Read from the rows themselves, behind what counting needs, or when it is asked for before that.
 */
export class RowVerdicts {
  /** By key of the row: one more than the place of what it says; 0: there is no such row. */
  #said = new Uint32Array(0);
  /** Folded; empty: not set. */
  #pairs: Record<Verdict, string>[] = [];
  /** As the service spells both. */
  #places = new Map<string | null, Map<string | null, number>>();
  /** Keys below it were read. */
  #upTo = 0;
  #isFull = false;

  constructor(private readonly database: Database) {}

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Forgets all, to be read anew. */
  drop(): void {
    this.#said = new Uint32Array(0);
    this.#pairs = [];
    this.#places = new Map();
    this.#upTo = 0;
    this.#isFull = false;
  }

  /** Reads the next rows. @returns whether there are more to be read */
  readSlice(): boolean {
    if (this.#isFull) return false;
    const last = Number(this.database.prepare('select max(id) from incident').pluck().get() ?? 0);
    this.#makeRoom(last);
    const slice = this.database.prepare('select id, classification, determination from incident where id >= ? and id < ?').raw();
    this.#take(slice.all(this.#upTo, this.#upTo + SLICE) as Row[]);
    this.#upTo += SLICE;
    this.#isFull = this.#upTo > last;
    return !this.#isFull;
  }

  /** Reads anew what `touched_row` names, so many rows. */
  patch(touched: number): void {
    if (this.#upTo === 0) return;
    if (touched > MOST_PATCHED) {
      this.drop();
      return;
    }
    const gone = this.database.prepare('select id from touched_row where id not in (select id from incident)').pluck();
    for (const key of gone.all() as number[]) if (key < this.#said.length) this.#said[key] = 0;
    const there = this.database.prepare(
      'select id, classification, determination from incident where id in (select id from touched_row) order by id',
    );
    const rows = there.raw().all() as Row[];
    this.#makeRoom(rows.at(-1)?.[0] ?? 0);
    this.#take(rows);
  }

  /** True as long as no row is written. Reads what was not read yet. */
  lots(verdict: Verdict): Lots {
    while (this.readSlice());
    const lots = new Map<string, number>();
    const of = new Uint32Array(this.#pairs.length + 1);
    for (const [place, pair] of this.#pairs.entries()) {
      const lot = lots.get(pair[verdict]) ?? lots.size + 1;
      lots.set(pair[verdict], lot);
      of[place + 1] = lot;
    }
    return { verdict, values: [...lots.keys()], said: this.#said, of };
  }

  #take(rows: readonly Row[]): void {
    for (const [key, classification, determination] of rows) this.#said[key] = this.#place(classification, determination);
  }

  #place(classification: string | null, determination: string | null): number {
    const known = this.#places.get(classification) ?? new Map<string | null, number>();
    this.#places.set(classification, known);
    const place =
      known.get(determination) ??
      this.#pairs.push({ classification: foldedValue(classification) ?? '', determination: foldedValue(determination) ?? '' });
    known.set(determination, place);
    return place;
  }

  #makeRoom(last: number): void {
    if (last < this.#said.length) return;
    const grown = new Uint32Array(Math.max(last + 1, Math.ceil(this.#said.length * 1.25)));
    grown.set(this.#said);
    this.#said = grown;
  }
}

/** Rows of one lot. @param among only these, null: all */
export function rowsOfLot({ values, said, of }: Lots, value: string, among: Keys | null): Keys {
  const lot = values.indexOf(value) + 1;
  return new KeysOfPart(
    said,
    of.map((one) => (lot > 0 && one === lot ? 1 : 0)),
    among,
  );
}
