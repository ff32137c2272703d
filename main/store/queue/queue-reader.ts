import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import type { IncidentQuery } from '../../../contract/incident';
import { fold } from '../fold';
import { STORED_INCIDENT } from '../incident-row';
import type { Schema } from '../schema';
import { readSearchCoverage } from '../search/search-coverage';
import type { StoredIncident, StoredIncidentPage } from '../store-port';
import { isTimed, isWanted, type Wanted, wantedOf } from './conditions';
import type { HasIndex } from './access';
import { countRows } from './counts';
import type { Count, Dimension } from './dimensions';
import { findHits, type Sought, soughtOf } from './hits';
import type { KeySet } from './key-set';
import { RowKinds } from './row-kinds';
import { groupsOf, segmentDimensions, segmentsOf, slicesOf } from './segments';
import { Snapshot } from './snapshot';
import { changesSoFar, forgetTouched, touchedRows, watchRows } from './touched';
import { idsOf } from './window';

const MINUTE_MS = 60_000;
/** After the first list was asked for: what draws it has the processor first. */
const FILL_AFTER_MS = 300;
const NOTHING: StoredIncidentPage = { rows: [], total: 0, bySeverity: {}, search: null, groups: null };

/** What was found out for a query, true as long as no row is written. */
interface Known {
  changes: number;
  snapshot: Snapshot;
  /** What the search found, and what was sought. */
  hits: { key: string; keys: KeySet } | null;
  counts: { key: string; counts: readonly Count[] } | null;
}

export interface QueueReaderParts {
  db: Kysely<Schema>;
  /** The connection under it. */
  database: Database;
  /** Whether an index is there now. */
  hasIndex: HasIndex;
}

/** Answers the queue: windows of it, and counts over all rows that match. What it found out is kept until a row is written. */
export class QueueReader {
  #known: Known | null = null;
  readonly #kinds = new RowKinds();
  #filling: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(private readonly parts: QueueReaderParts) {
    parts.database.function('is_hit', { directOnly: true }, (id) => (this.#known?.hits?.keys.has(Number(id)) ? 1 : 0));
  }

  /** Finds out beforehand what every question needs, and has the first window's rows at hand. */
  async warm(): Promise<void> {
    const newest: IncidentQuery = { tenantId: null, sort: 'updatedAt', descending: true, offset: 0, limit: 1 };
    await this.parts.db.connection().execute((held) => this.#page(held, newest));
  }

  /** Reads into memory what counting needs of every row, between questions. Settles when that is there, or cannot be read now. */
  fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  /** Settles when nothing is read any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#filling;
  }

  /** One window. Holds the connection, so that nothing is written between its parts. */
  page(query: IncidentQuery): Promise<StoredIncidentPage> {
    return this.parts.db
      .connection()
      .execute((held) => this.#page(held, query))
      .finally(() => this.#fillLater());
  }

  /** Keys of all rows that match, in the order of the list: as of one moment. */
  keys(query: Omit<IncidentQuery, 'offset' | 'limit'>): Promise<Float64Array> {
    return this.parts.db.connection().execute(async (held) => {
      const { wanted, hits, matching, known } = await this.#matching(held, { ...query, offset: 0, limit: 1 });
      const keys = new Float64Array(matching.reduce((sum, { rows }) => sum + rows, 0));
      let at = 0;
      for (const segment of segmentsOf(matching, query, known.snapshot.byKey)) {
        const slice = { segment, offset: 0, limit: segment.rows };
        for (const id of await idsOf(held, { query, wanted, slice, hits, tally: known.snapshot.tally, hasIndex: this.parts.hasIndex }))
          keys[at++] = id;
      }
      return keys.subarray(0, at);
    });
  }

  /** Whole rows of keys, in their order. Those that are not there any more are left out. */
  rows(keys: readonly number[]): Promise<StoredIncident[]> {
    return wholeRows(this.parts.db, keys);
  }

  async #page(db: Kysely<Schema>, query: IncidentQuery): Promise<StoredIncidentPage> {
    const { known, wanted, search, hits, counts, matching } = await this.#matching(db, query);
    if (wanted.tenant?.size === 0) return { ...NOTHING, groups: query.groupBy ? [] : null };
    const { byKey } = known.snapshot;
    const segments = segmentsOf(matching, query, byKey);
    const ids: number[] = [];
    for (const slice of slicesOf(segments, query.offset, query.limit))
      ids.push(...(await idsOf(db, { query, wanted, slice, hits, tally: known.snapshot.tally, hasIndex: this.parts.hasIndex })));
    return {
      rows: await wholeRows(db, ids),
      total: matching.reduce((sum, { rows }) => sum + rows, 0),
      bySeverity: bySeverity(counts),
      search,
      groups: query.groupBy ? groupsOf(segments, query.groupBy, byKey) : null,
    };
  }

  /** What a query is about, and how many rows of what kind it has. */
  async #matching(db: Kysely<Schema>, query: IncidentQuery) {
    const known = await this.#upToDate(db);
    const { tally } = known.snapshot;
    const tenants = tenantsOf(query, known.snapshot);
    const wanted = wantedOf(query, { tenants, statuses: tally.values('status'), now: this.#minute() * MINUTE_MS });
    if (wanted.tenant?.size === 0) return { known, wanted, search: null, hits: null, counts: [], matching: [] };
    const sought = soughtOf(query);
    const search = sought === null ? null : await readSearchCoverage(db);
    const hits = sought === null ? null : await this.#hits(db, known, sought, search === null || search.searchable >= search.total);
    const counts = await this.#counts(db, known, { query, wanted, hits });
    return { known, wanted, search, hits, counts, matching: counts.filter((count) => isWanted(count, wanted)) };
  }

  async #upToDate(db: Kysely<Schema>): Promise<Known> {
    const known = this.#known;
    const changes = await changesSoFar(db);
    if (known?.changes === changes) return known;
    if (!known) await watchRows(db);
    // Most writes are of no row: how a read went, that something was looked at.
    const touched = await touchedRows(db);
    const next: Known = known ? { ...known } : { changes, snapshot: await Snapshot.read(db), hits: null, counts: null };
    if (known) next.snapshot = await known.snapshot.after(db, touched.tenants);
    if (touched.rows > 0) {
      await this.#kinds.patch(db, touched.rows);
      next.hits = null;
      next.counts = null;
      await forgetTouched(db);
    }
    next.changes = await changesSoFar(db);
    this.#known = next;
    return next;
  }

  #fillLater(): void {
    if (this.#kinds.isFull || this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.fill();
    }, FILL_AFTER_MS).unref();
  }

  async #fill(): Promise<void> {
    try {
      await this.parts.db.connection().execute((held) => this.#upToDate(held));
      let isMore = true;
      while (isMore && !this.#stopped && this.parts.hasIndex('incident_facts')) {
        isMore = await this.parts.db.connection().execute((held) => this.#fillSlice(held));
        // Questions that came meanwhile go first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch {
      // Until the next try the engine counts.
      this.#kinds.drop();
    }
  }

  #fillSlice(db: Kysely<Schema>): Promise<boolean> {
    const tally = this.#known?.snapshot.tally;
    return this.#kinds.readSlice(db, { severities: tally?.values('severity') ?? [], statuses: tally?.values('status') ?? [] });
  }

  async #hits(db: Kysely<Schema>, known: Known, sought: Sought, allSearchable: boolean): Promise<KeySet> {
    const key = JSON.stringify(sought);
    if (known.hits?.key !== key) known.hits = { key, keys: await findHits(db, sought, allSearchable) };
    return known.hits.keys;
  }

  /** Everything but the severities asked for is narrowed down, so that choosing one does not blank out the others. */
  async #counts(
    db: Kysely<Schema>,
    known: Known,
    { query, wanted, hits }: { query: IncidentQuery; wanted: Wanted; hits: KeySet | null },
  ): Promise<readonly Count[]> {
    const { tally } = known.snapshot;
    if (hits === null && !isTimed(wanted)) return tally.counts.filter((count) => isWanted(count, wanted, 'severity'));
    const dimensions = new Set<Dimension>(['severity', ...segmentDimensions(query)]);
    if (hits !== null && !isTimed(wanted) && wanted.assignedTo === null && !dimensions.has('assignedTo') && this.#kinds.isFull)
      return this.#kinds.countOf(hits).filter((count) => isWanted(count, wanted, 'severity'));
    const { sort: _sort, descending: _descending, offset: _offset, limit: _limit, severities: _severities, ...filter } = query;
    const key = JSON.stringify([filter, [...dimensions].toSorted(), this.#minute()]);
    if (known.counts?.key === key) return known.counts.counts;
    const counts = await countRows(db, { wanted, dimensions, hits, tally: tally.counts, hasIndex: this.parts.hasIndex });
    known.counts = { key, counts };
    return counts;
  }

  /** "The last hours" begin anew every minute, not with every window of one list. */
  #minute(): number {
    return Math.floor(Date.now() / MINUTE_MS);
  }
}

/** Short keys of the tenants a query is about; null: all. A tenant that is not there is none. */
function tenantsOf({ tenantId, tenantIds, tenantGroups }: IncidentQuery, { tenants }: Snapshot): ReadonlySet<number> | null {
  if (tenantId === null && !tenantIds?.length && !tenantGroups?.length) return null;
  const chosen = tenantIds?.length ? new Set(tenantIds) : null;
  const groups = tenantGroups?.length ? new Set(tenantGroups.map(fold)) : null;
  const some = tenants.filter(
    (one) =>
      (tenantId === null || one.tenantId === tenantId) &&
      (chosen === null || chosen.has(one.tenantId)) &&
      (groups === null || groups.has(fold(one.group))),
  );
  return new Set(some.map(({ key }) => key));
}

function bySeverity(counts: readonly Count[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { severity, rows } of counts) sums[severity] = (sums[severity] ?? 0) + rows;
  return sums;
}

/** Whole rows only of the window: rows that are passed over are read from an index alone. */
async function wholeRows(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredIncident[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .where('incident.id', 'in', ids)
    .select(['incident.id', ...STORED_INCIDENT])
    .execute();
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
