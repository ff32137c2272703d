import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import type { Count } from './dimensions';
import { type KeySet, numbersOf } from './key-set';

/** Keys read at once, in some 3 ms: no question waits longer. */
const SLICE = 4_000;
/** More rows than these written at once are not looked at one by one: all are read anew, behind the questions. */
const MOST_PATCHED = 20_000;
/** Four bytes for every key up to the last one: a store beyond this is counted by the engine. */
const MOST_KEYS = 32_000_000;
/** Values of one column that have a number while slices are read. Rows with others are read one by one. */
const CODES = 255;

/** What kind a row is of; `rows` and `assignedTo` say nothing. */
type Kind = Count;

/** The values rows have, as the tally knows them. Where one is missing, reading is slower, and no less true. */
export interface KnownValues {
  severities: readonly string[];
  statuses: readonly string[];
}

/**
 * Tenant, severity and status of every row, in memory: what the search found is counted by them in some ms, which the engine takes 100 for, as it
 * looks each row up. Only of use while every row that was written is read anew before the next count (`patch`).
 */
export class RowKinds {
  #kinds: Kind[] = [];
  #places = new Map<string, number>();
  /** By key of the row: one more than the place of its kind; 0: there is no such row. */
  #of = new Uint32Array(0);
  /** Keys below it were read. */
  #upTo = 0;
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
    this.#upTo = 0;
    this.#isFull = false;
  }

  /** Reads the next rows. Needs the index `incident_facts`. @returns whether there are more to be read */
  async readSlice(db: Kysely<Schema>, { severities, statuses }: KnownValues): Promise<boolean> {
    if (this.#isFull) return false;
    const [someSeverities, someStatuses] = [severities.slice(0, CODES), statuses.slice(0, CODES)];
    const code = sql`coalesce((tenant_key * 256 + ${codeOf('severity_folded', someSeverities)}) * 256 + ${codeOf('status_folded', someStatuses)}, 0)`;
    const to = this.#upTo + SLICE;
    const { rows } = await sql<{ last: number | null; keys: string | null; codes: string | null }>`
      select (select max(id) from incident) as last, group_concat(id) as keys, group_concat(code) as codes
      from (select id, ${code} as code from incident indexed by incident_facts where id >= ${this.#upTo} and id < ${to})`.execute(db);
    const last = rows[0]?.last ?? 0;
    if (last > MOST_KEYS) return false;
    this.#makeRoom(last);
    await this.#take(db, numbersOf(rows[0]?.keys ?? null), numbersOf(rows[0]?.codes ?? null), someSeverities, someStatuses);
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

  /** How many rows there are of each kind among these. */
  countOf(keys: KeySet): Count[] {
    const sums = new Uint32Array(this.#kinds.length + 1);
    for (const key of keys) {
      const place = this.#of[key] ?? 0;
      sums[place] = (sums[place] ?? 0) + 1;
    }
    return this.#kinds.flatMap((kind, place) => (sums[place + 1] ? [{ ...kind, rows: sums[place + 1] ?? 0 }] : []));
  }

  async #take(
    db: Kysely<Schema>,
    keys: Float64Array,
    codes: Float64Array,
    severities: KnownValues['severities'],
    statuses: KnownValues['statuses'],
  ) {
    const placeOf = new Map<number, number>();
    const others: number[] = [];
    for (const [at, key] of keys.entries()) {
      const code = codes[at] ?? 0;
      const known = placeOf.get(code);
      if (code === 0) others.push(key);
      else if (known !== undefined) this.#of[key] = known;
      else {
        const [severity, status] = [severities[Math.floor(code / 256) % 256], statuses[code % 256]];
        const place = this.#place(Math.floor(code / 65_536), severity ?? '', status ?? '');
        placeOf.set(code, place);
        this.#of[key] = place;
      }
    }
    if (others.length > 0) await this.#readEach(db, sql`(select value as id from json_each(${JSON.stringify(others)}))`);
  }

  async #readEach(db: Kysely<Schema>, keys: RawBuilder<unknown>): Promise<void> {
    const { rows } = await sql<{ id: number; tenant: number | null; severity: string; status: string }>`select named.id as id,
      incident.tenant_key as tenant, incident.severity_folded as severity, incident.status_folded as status
      from ${keys} as named left join incident on incident.id = named.id`.execute(db);
    this.#makeRoom(rows.reduce((last, { id }) => Math.max(last, id), 0));
    for (const { id, tenant, severity, status } of rows) this.#of[id] = tenant === null ? 0 : this.#place(tenant, severity, status);
  }

  #place(tenant: number, severity: string, status: string): number {
    const name = JSON.stringify([tenant, severity, status]);
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#kinds.push({ tenant, severity, status, assignedTo: '', rows: 0 });
    this.#places.set(name, place);
    return place;
  }

  #makeRoom(last: number): void {
    if (last < this.#of.length) return;
    const grown = new Uint32Array(Math.max(last + 1, Math.ceil(this.#of.length * 1.25)));
    grown.set(this.#of);
    this.#of = grown;
  }
}

/** The place of a row's value among these; null: it is none of them. */
function codeOf(column: 'severity_folded' | 'status_folded', values: readonly string[]): RawBuilder<number | null> {
  if (values.length === 0) return sql`null`;
  const cases = values.map((value, place) => sql`when ${value} then ${sql.lit(place)}`);
  return sql`case ${sql.ref(column)} ${sql.join(cases, sql` `)} end`;
}
