import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import type { IncidentKey } from '../../../contract/ids';
import type { IncidentQuery } from '../../../contract/incident';
import type { DiskGuard } from '../care/disk-guard';
import type { Schema } from '../schema';
import { readSearchCoverage } from '../search/search-coverage';
import type { StoredIncident, StoredIncidentPage } from '../store-port';
import { isCreationTimed, isResolutionTimed, isTimed, isWanted, onlySeverities, type Wanted, wantedOf } from './conditions';
import type { HasIndex } from './access';
import { bySeverity, countLots, countRows, rowsOf } from './counts';
import type { Count, Dimension } from './dimensions';
import { FactsCare } from './facts-care';
import { findHits, type Sought, soughtOf } from './hits';
import { notInList } from './in-list';
import type { Keys, KeySet } from './key-set';
import { keyOf, type Known } from './known';
import type { Counted, Filter, Matching } from './matching';
import { isPlain, PlainList } from './plain-list';
import { RowFacts } from './row-facts';
import { RowVerdicts, rowsOfLot } from './row-verdicts';
import { groupsOf, segmentDimensions, segmentsOf, type Slice, slicesOf } from './segments';
import { Snapshot } from './snapshot';
import { changesSoFar, forgetTouched, touchedRows, watchRows } from './touched';
import { isVerdict } from './verdict-order';
import { wholeRows } from './whole-rows';
import { idsOf } from './window';

const MINUTE_MS = 60_000;
const NOTHING: StoredIncidentPage = { rows: [], total: 0, bySeverity: {}, search: null, groups: null };

export interface QueueReaderParts {
  db: Kysely<Schema>;
  /** The connection under it. */
  database: Database;
  /** Whether an index is there now. */
  hasIndex: HasIndex;
  guard: Pick<DiskGuard, 'hasRoom'>;
}

/** Answers the queue: windows of it, and counts over all rows that match. What it found out is kept until a row is written. */
export class QueueReader {
  #known: Known | null = null;
  readonly #facts: RowFacts;
  readonly #verdicts: RowVerdicts;
  readonly #care: FactsCare;
  readonly #plain: PlainList;
  /** Among these rows a question that goes along an index looks (`is_hit`). */
  #among: Keys | null = null;

  constructor(private readonly parts: QueueReaderParts) {
    parts.database.function('is_hit', { directOnly: true }, (id) => (this.#among?.has(Number(id)) ? 1 : 0));
    const { db, database, hasIndex, guard } = parts;
    this.#facts = new RowFacts(database);
    this.#verdicts = new RowVerdicts(database);
    this.#plain = new PlainList(hasIndex);
    this.#care = new FactsCare({
      db,
      facts: this.#facts,
      verdicts: this.#verdicts,
      canRead: () => hasIndex('incident_facts'),
      hasRoom: () => guard.hasRoom(),
      upToDate: async (held) => (await this.#upToDate(held)).snapshot.tally.known,
    });
  }

  /** Goes the way of the first list beforehand, and has its rows at hand. */
  async warm(): Promise<void> {
    const newest: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 1 };
    await this.parts.db.connection().execute((held) => this.#plain.page(held, newest));
  }

  /** Reads into memory what counting needs of every row, between questions. Settles when that is there, or cannot be read now. */
  fill(): Promise<void> {
    return this.#care.fill();
  }

  /** Keeps what is in memory for the next start. Settles when nothing is read or written any more. */
  stop(): Promise<void> {
    return this.#care.stop();
  }

  /** One window. Holds the connection, so that nothing is written between its parts. */
  page(query: IncidentQuery): Promise<StoredIncidentPage> {
    return this.parts.db
      .connection()
      .execute((held) => this.#page(held, query))
      .finally(() => this.#care.later());
  }

  /** Keys of all rows that match, in the order of the list, and how much the search covers that was asked for them: as of one moment. */
  keys(query: Filter): Promise<{ keys: Float64Array; search: StoredIncidentPage['search'] }> {
    return this.parts.db.connection().execute(async (held) => {
      const found = await this.#matching(held, query);
      const keys = new Float64Array(rowsOf(found.matching));
      let at = 0;
      for (const segment of segmentsOf(found.matching, query, found.known.snapshot.byKey)) {
        const slice = { segment, offset: 0, limit: segment.rows };
        for (const id of await this.#ids(held, found, query, slice)) keys[at++] = id;
      }
      return { keys: keys.subarray(0, at), search: found.search };
    });
  }

  /** Those of some incidents that are not in a list. */
  outside(query: Filter, incidents: readonly IncidentKey[]): Promise<IncidentKey[]> {
    const isOfAll = isPlain({ ...query, offset: 0, limit: 1 });
    return this.parts.db
      .connection()
      .execute(async (held) => {
        if (this.#isReadMuch) this.#dropRows();
        const found = isOfAll ? null : await this.#matching(held, query);
        return found?.wanted.tenant?.size === 0 ? [...incidents] : notInList(held, found, incidents);
      })
      .finally(() => this.#care.later());
  }

  /** Whole rows of keys, in their order. Those that are not there any more are left out. */
  rows(keys: readonly number[]): Promise<StoredIncident[]> {
    return wholeRows(this.parts.db, keys);
  }

  async #page(db: Kysely<Schema>, query: IncidentQuery): Promise<StoredIncidentPage> {
    if (this.#isReadMuch) this.#dropRows();
    if (isPlain(query) && (this.#isReadMuch || this.#known === null)) return this.#plain.page(db, query);
    const found = await this.#matching(db, query);
    if (found.wanted.tenant?.size === 0) return { ...NOTHING, groups: query.groupBy ? [] : null };
    const { byKey } = found.known.snapshot;
    const segments = segmentsOf(found.matching, query, byKey);
    const ids: number[] = [];
    for (const slice of slicesOf(segments, query.offset, query.limit)) ids.push(...(await this.#ids(db, found, query, slice)));
    return {
      rows: await wholeRows(db, ids),
      total: rowsOf(found.matching),
      bySeverity: bySeverity(found.counts),
      search: found.search,
      groups: query.groupBy ? groupsOf(segments, query.groupBy, byKey) : null,
    };
  }

  /** While a large read runs, so many rows come that they are read together behind it, and of the tally most would be read anew for every list. */
  get #isReadMuch(): boolean {
    return !this.parts.hasIndex('incident_facts');
  }

  #dropRows(): void {
    this.#facts.drop();
    this.#verdicts.drop();
  }

  async #ids(db: Kysely<Schema>, { known, wanted, lots, isUneven, ...found }: Matching, query: Filter, slice: Slice): Promise<number[]> {
    const value = isVerdict(query.sort) ? slice.segment.values[query.sort] : undefined;
    const among = lots === null ? found.among : rowsOfLot(lots, String(value), found.among);
    this.#among = among;
    const facts = this.#facts.isFull ? this.#facts : null;
    return idsOf(db, { query, wanted, slice, among, isUneven, facts, tally: known.snapshot.tally, hasIndex: this.parts.hasIndex });
  }

  /** Which rows a query is about, and how many of what kind. */
  async #matching(db: Kysely<Schema>, query: Filter): Promise<Matching> {
    const known = await this.#upToDate(db);
    const { tally } = known.snapshot;
    const tenants = known.snapshot.keysOf(query);
    const wanted = wantedOf(query, { tenants, statuses: tally.values('status'), now: minute() * MINUTE_MS });
    const asked = { known, wanted, isUneven: wanted.openAt !== null };
    if (wanted.tenant?.size === 0) return { ...asked, among: null, lots: null, search: null, counts: [], matching: [] };
    const sought = soughtOf(query);
    const search = sought === null ? null : await readSearchCoverage(db);
    const hits = sought === null ? null : await this.#hits(db, known, sought, search === null || search.searchable >= search.total);
    if (hits === null && isTimed(wanted)) await this.#care.hurry(db);
    const chosen = this.#chosen(known, wanted, hits);
    const lots = isVerdict(query.sort) ? this.#verdicts.lots(query.sort) : null;
    const counts = await this.#counts(db, { known, wanted, hits, chosen, lots }, query);
    const found = { ...asked, search, lots, counts, matching: counts.filter((count) => isWanted(count, wanted)) };
    // To rows changed in a span of time an index leads as well as memory does.
    const isIndexed = lots === null && hits === null && !isCreationTimed(wanted) && !isResolutionTimed(wanted);
    if (chosen === null || isIndexed) return { ...found, among: hits };
    return { ...found, wanted: onlySeverities(wanted), among: chosen, isUneven: isTimed(wanted) };
  }

  async #upToDate(db: Kysely<Schema>): Promise<Known> {
    const known = this.#known;
    const changes = await changesSoFar(db);
    if (known?.changes === changes) return known;
    if (!known) await watchRows(db);
    // Most writes are of no row: how a read went, that something was looked at.
    const touched = await touchedRows(db);
    const next: Known = known ? { ...known } : { changes, snapshot: await Snapshot.read(db), hits: null, counts: null, chosen: null };
    if (known) next.snapshot = await known.snapshot.after(db, touched.tenants);
    if (touched.rows > 0) {
      if (this.#isReadMuch) this.#dropRows();
      else {
        await this.#facts.patch(db, touched.rows);
        this.#verdicts.patch(touched.rows);
      }
      next.hits = null;
      next.counts = null;
      next.chosen = null;
      await forgetTouched(db);
    }
    next.changes = await changesSoFar(db);
    this.#known = next;
    return next;
  }

  async #hits(db: Kysely<Schema>, known: Known, sought: Sought, allSearchable: boolean): Promise<KeySet> {
    const key = JSON.stringify(sought);
    if (known.hits?.key !== key) known.hits = { key, value: await findHits(db, sought, allSearchable) };
    return known.hits.value;
  }

  /** Rows that are wanted but for the severities asked for; null: their kinds say how many there are, or the engine has to be asked. */
  #chosen(known: Known, wanted: Wanted, hits: KeySet | null): KeySet | null {
    if (!this.#facts.isFull || (hits === null && !isTimed(wanted))) return null;
    const key = keyOf(known, wanted, hits);
    if (known.chosen?.key !== key) known.chosen = { key, value: this.#facts.select(wanted, hits) };
    return known.chosen.value;
  }

  /** Everything but the severities asked for is narrowed down, so that choosing one does not blank out the others. */
  async #counts(db: Kysely<Schema>, { known, wanted, hits, chosen, lots }: Counted, query: Filter): Promise<readonly Count[]> {
    const { counts: tally } = known.snapshot.tally;
    const isTold = hits === null && !isTimed(wanted);
    if (isTold && lots === null) return tally.filter((count) => isWanted(count, wanted, 'severity'));
    const dimensions = new Set<Dimension>(['severity', ...segmentDimensions(query)]);
    const key = JSON.stringify([keyOf(known, wanted, hits), [...dimensions].toSorted(), lots?.verdict]);
    if (known.counts?.key !== key) {
      const asked = { wanted, dimensions, hits, tally, hasIndex: this.parts.hasIndex };
      const isInMemory = chosen !== null || (isTold && this.#facts.isFull);
      let value: readonly Count[];
      if (lots) value = isInMemory ? this.#facts.countLots(chosen, wanted, dimensions, lots) : await countLots(db, asked, lots);
      else value = chosen ? this.#facts.count(chosen, dimensions) : await countRows(db, asked);
      known.counts = { key, value };
    }
    return known.counts.value;
  }
}

/** "The last hours" begin anew every minute, not with every window of one list. */
function minute(): number {
  return Math.floor(Date.now() / MINUTE_MS);
}
