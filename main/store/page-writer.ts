import type Database from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import type { TenantId } from '../../contract/ids';
import { DAY_MS, KEEP_DAYS } from './care/retention';
import { changesBetween, type Followed, UNTOLD } from './incident-changes';
import { incidentValues, resolvedAtFirst, type RowPlace, WRITTEN_COLUMNS } from './incident-row';
import { PageCounts } from './page-counts';
import type { RowKeys } from './row-keys';
import { RowReplacement, type WrittenRow } from './row-replacement';
import { newestOfEachId, rowFate } from './page-rows';
import { StoreError } from './store-error';
import type { IncidentPageWrite, PageSaved, PageSync } from './page-port';
import type { IncidentColumns } from './store-port';
import { parseCursor } from './sync-cursor';

/** What is read of a row that an arriving one may replace. */
interface StoredBefore extends Followed, Omit<WrittenRow, keyof Followed> {
  id: number;
  updated_at: number | null;
  raw_page_key: number;
  listed_round: number;
  surface: string;
}

type Statements = Record<
  | 'tenant'
  | 'stored'
  | 'page'
  | 'insert'
  | 'news'
  | 'looked'
  | 'change'
  | 'dropPage'
  | 'count'
  | 'block'
  | 'search'
  | 'listed'
  | 'listedOld'
  | 'place'
  | 'cursor'
  | 'unlisted',
  Statement
>;

interface WritePlace extends RowPlace {
  surface: string;
  readAt: number;
  /** When what is new in it came; 0: with the tenant's first read, when everything is new. */
  newsAt: number;
  /** It shows what was changed from here. */
  own: boolean;
}

/**
 * Stores pages of incidents. The one path where speed decides (a first read brings 150,000 rows), so it holds prepared statements of the
 * engine; a store on another engine has its own.
 */
export class PageWriter {
  readonly #statements: Statements;
  readonly #replacement: RowReplacement;
  readonly #counts: PageCounts;
  /** Tenants whose data is being removed: meanwhile nothing of them is stored. */
  readonly clearing = new Set<TenantId>();
  /** Stores one page in one transaction. Throws StoreError `unknownTenant` or `overtaken`, with nothing stored. */
  readonly save: (page: IncidentPageWrite) => PageSaved;
  /** Stores several pages in one transaction, all or none. */
  readonly saveTogether: (pages: readonly IncidentPageWrite[]) => PageSaved[];

  constructor(
    database: Database,
    private readonly keys: RowKeys,
  ) {
    const places = WRITTEN_COLUMNS.map(() => '?');
    this.#statements = {
      tenant: database.prepare(
        `select id, coalesce(keep_days, (select cast(value as integer) from store_setting where name = '${KEEP_DAYS}'), 0) as days, last_complete_at
         from tenant where tenant_id = ?`,
      ),
      stored: database.prepare(
        `select id, ${WRITTEN_COLUMNS.join(', ')}, (select surface from raw_page where raw_page.id = raw_page_key) as surface
         from incident where tenant_key = ? and incident_id = ?`,
      ),
      page: database.prepare('insert into raw_page (id, tenant_key, surface, read_at, body, encoding) values (?, ?, ?, ?, ?, ?)'),
      insert: database.prepare(
        `insert into incident (id, ${WRITTEN_COLUMNS.join(', ')}, first_stored_at, changed_at, resolved_at) values (?, ${places.join(', ')}, ?, ?, ?)`,
      ),
      change: database.prepare(
        'insert into incident_change (incident_key, seen_at, updated_at, before_at, own, changes) values (?, ?, ?, ?, ?, ?)',
      ),
      news: database.prepare('update incident set changed_at = ? where id = ?'),
      looked: database.prepare('update incident set looked_at = ? where tenant_key = ? and incident_id = ?'),
      dropPage: database.prepare(
        'delete from raw_page where id = ? and not exists (select 1 from incident where raw_page_key = raw_page.id)',
      ),
      search: database.prepare('insert or ignore into search_pending (incident_key) values (?)'),
      listed: database.prepare('update incident set listed_round = max(listed_round, ?), unlisted_at = null where id = ?'),
      listedOld: database.prepare(
        'update incident set listed_round = max(listed_round, ?), unlisted_at = null where tenant_key = ? and incident_id = ?',
      ),
      place: database.prepare('select cursor from sync_cursor where tenant_key = ? and surface = ?'),
      cursor: database.prepare('insert or replace into sync_cursor (tenant_key, surface, cursor) values (?, ?, ?)'),
      unlisted: database.prepare('update incident set unlisted_at = ? where tenant_key = ? and listed_round < ? and unlisted_at is null'),
      // Of blocks of kept facts only the last ones can have room, where rows went: by page, as row by row this takes as long as what is counted.
      block: database.prepare('delete from facts_block where block between cast(? as integer) / 4096 and cast(? as integer) / 4096'),
      count: database.prepare('update tenant set incident_count = incident_count + ? where id = ?'),
    };
    this.#replacement = new RowReplacement(database);
    this.#counts = new PageCounts(database);
    this.save = database.transaction((page: IncidentPageWrite) => this.#write(page));
    this.saveTogether = database.transaction((pages: readonly IncidentPageWrite[]) => pages.map((page) => this.#write(page)));
  }

  #write({ tenantId, surface, readAt, raw, rows, sync, own = false }: IncidentPageWrite): PageSaved {
    const { tenant, page, dropPage, looked, listedOld } = this.#statements;
    const owner = tenant.get(tenantId) as { id: number; days: number; last_complete_at: number | null } | undefined;
    if (!owner) throw new StoreError('unknownTenant', `There is no tenant ${tenantId}`);
    if (this.clearing.has(tenantId) || (sync && sync.follows !== this.#roundAt(owner.id, surface)))
      throw new StoreError('overtaken', 'What is stored of this tenant was deleted meanwhile; the next read begins anew.');
    const pageKey = this.keys.next('raw_page');
    page.run(pageKey, owner.id, surface, readAt, raw.bytes, raw.encoding);
    const saved: PageSaved = { inserted: 0, updated: 0, unchanged: 0 };
    // A page all of whose rows were older leaves nothing that points to it.
    const perhapsUnused = new Set([pageKey]);
    const keptFrom = owner.days === 0 ? null : Date.now() - owner.days * DAY_MS;
    const newsAt = owner.last_complete_at === null ? 0 : readAt;
    const place = { tenant: owner.id, page: pageKey, surface, round: sync?.cursor.round ?? 0, readAt, newsAt, own };
    const inserted: number[] = [];
    for (const row of newestOfEachId(rows)) {
      if (keptFrom !== null && (row.updatedAt ?? readAt) < keptFrom) {
        // It may still be there until the retention comes by.
        listedOld.run(place.round, owner.id, row.incidentId);
        saved.unchanged++;
        continue;
      }
      const outcome = this.#writeRow(row, place, perhapsUnused, inserted);
      saved[outcome]++;
    }
    this.#countInserted(inserted, owner.id);
    if (own) for (const { incidentId } of rows) looked.run(readAt, owner.id, incidentId);
    for (const key of perhapsUnused) dropPage.run(key);
    if (sync) this.#writeSync(owner.id, surface, sync);
    return saved;
  }

  /** Keys of rows inserted one after the other follow each other. */
  #countInserted(keys: readonly number[], tenantKey: number): void {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#counts.add(first, last);
    this.#statements.block.run(first, last);
    this.#statements.count.run(keys.length, tenantKey);
  }

  #roundAt(tenantKey: number, surface: string): number {
    const stored = this.#statements.place.get(tenantKey, surface) as { cursor: string } | undefined;
    return (stored && parseCursor(stored.cursor)?.round) ?? 0;
  }

  #writeSync(tenantKey: number, surface: string, { cursor, unlistedAt }: PageSync): void {
    this.#statements.cursor.run(tenantKey, surface, JSON.stringify(cursor));
    if (unlistedAt !== null) this.#statements.unlisted.run(unlistedAt, tenantKey, cursor.round);
  }

  #writeRow(row: IncidentColumns, place: WritePlace, perhapsUnused: Set<number>, inserted: number[]): keyof PageSaved {
    const { stored, insert, change, news, search, listed } = this.#statements;
    const before = stored.get(place.tenant, row.incidentId) as StoredBefore | undefined;
    if (!before) {
      const key = this.keys.next('incident');
      insert.run(key, ...incidentValues(row, place), place.newsAt, place.newsAt, resolvedAtFirst(row));
      inserted.push(key);
      return 'inserted';
    }
    const fate = rowFate(before.updated_at, row.updatedAt);
    if (fate === 'kept') {
      listed.run(place.round, before.id);
      return 'unchanged';
    }
    // Rounds are times. One that goes on after another surface's must not take back what that one listed.
    const round = Math.max(place.round, before.listed_round);
    this.#replacement.write(before, incidentValues(row, { ...place, round }));
    perhapsUnused.add(before.raw_page_key);
    // The other surface says more, or less, of the same incident.
    if (fate === 'updated' || before.surface !== place.surface) search.run(before.id);
    if (fate === 'refreshed') return 'unchanged';
    const changes = changesBetween(before, row);
    // Without the time of its last update nothing says that what looks the same is another state.
    if (changes.length === 0 && (before.updated_at === null || row.updatedAt === null)) return 'updated';
    if (before.tags === null) changes.push(UNTOLD);
    change.run(before.id, place.readAt, row.updatedAt, before.updated_at, place.own ? 1 : 0, JSON.stringify(changes));
    if (place.newsAt > 0) news.run(place.newsAt, before.id);
    return 'updated';
  }
}
