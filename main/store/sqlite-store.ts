import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely } from 'kysely';
import { AttemptWriter } from './attempt-writer';
import { AuditTrail } from './audit-trail';
import { clearTenant } from './care/clear-tenant';
import { Compaction } from './care/compaction';
import { DiskGuard } from './care/disk-guard';
import { exportTenant } from './care/export-tenant';
import { LogCare } from './care/log-care';
import { saveKeepDays } from './care/retention';
import { StoreCare } from './care/store-care';
import { readStoreFacts } from './care/store-facts';
import * as consentEvents from './consent-events';
import * as consentStates from './consent-states';
import * as credentials from './credentials';
import { readHistory } from './incident-changes';
import * as huntingLibrary from './hunting-library';
import { readRows } from './export/read-rows';
import { ViewExports } from './export/view-exports';
import { readFigures } from './figures/read-figures';
import * as hunting from './hunting';
import * as news from './incident-news';
import * as incidents from './incident-queries';
import { LateIndexes } from './late-indexes';
import { migrateToLatest } from './migrations/migrate';
import type { PageReader } from './page-reader';
import { PageQueue } from './page-queue';
import { PageWriter } from './page-writer';
import * as partnerApps from './partner-app';
import { PlannerCare } from './planner-care';
import { readChoices } from './queue/choices';
import { lookedAtAll, noteLook } from './queue/looks';
import { QueueReader } from './queue/queue-reader';
import { listViews, saveViews } from './queue/views';
import { RowKeys } from './row-keys';
import type { Schema } from './schema';
import { incidentOfAlert } from './incident-of-alert';
import { campaignOf } from './search/campaign';
import { IndexWorker } from './search/index-worker';
import { readSearchCoverage } from './search/search-coverage';
import { SearchIndex } from './search/search-index';
import { seenIn } from './search/seen-in';
import { TransactionalSqliteDialect } from './sqlite-dialect';
import { StoreError, storeErrorOf } from './store-error';
import { IN_MEMORY } from './store-lines';
import type { StorePort } from './store-port';
import { readSetting, saveSetting } from './store-setting';
import * as tenantApps from './tenant-apps';
import { missingTargets, readSyncCursors } from './sync-cursor';
import { chosenSurfaces } from './tenant-profile';
import { TenantWriter } from './tenant-writer';
import * as tenants from './tenants';
import * as writeResults from './write-results';
import * as writes from './writes';

/** The store on an opened SQLite database: the only writer, one piece of work at a time. All methods throw StoreError where the engine refuses. */
export class SqliteStore implements StorePort {
  readonly #db: Kysely<Schema>;
  readonly #keys: RowKeys;
  readonly #writer: PageWriter;
  readonly #pages: PageQueue;
  readonly #audit: AuditTrail;
  readonly #tenants: TenantWriter;
  readonly #attempts: AttemptWriter;
  readonly #planner: PlannerCare;
  readonly #compaction: Compaction;
  readonly #care: StoreCare;
  readonly #log: LogCare;
  readonly #indexer: IndexWorker;
  readonly #lateIndexes: LateIndexes;
  readonly #queue: QueueReader;
  readonly #exports: ViewExports;
  #closed = false;

  private constructor(
    database: Database,
    db: Kysely<Schema>,
    private readonly reader: PageReader,
    private readonly guard: DiskGuard,
  ) {
    const alone = <T>(work: () => T) => this.#alone(work);
    const keys = new RowKeys(database);
    this.#db = db;
    this.#keys = keys;
    this.#audit = new AuditTrail(database);
    this.#tenants = new TenantWriter(database, keys);
    this.#attempts = new AttemptWriter(database);
    this.#planner = new PlannerCare(database);
    this.#compaction = new Compaction(database, alone);
    this.#care = new StoreCare({ db, compaction: this.#compaction, now: Date.now });
    this.#log = new LogCare({ database, alone });
    this.#indexer = new IndexWorker({ index: new SearchIndex(database, keys), reader, guard, alone, onTaken: () => this.#log.written() });
    this.#lateIndexes = new LateIndexes({ database, alone, onMade: () => this.#planner.optimize() });
    this.#queue = new QueueReader({ db, database, hasIndex: (index) => this.#lateIndexes.has(index), guard });
    this.#exports = new ViewExports(db, this.#queue, reader);
    this.#writer = new PageWriter(database, keys);
    this.#pages = new PageQueue({
      writer: this.#writer,
      guard,
      alone,
      onSaved: ({ inserted, updated }) => {
        this.#log.written();
        if (inserted + updated > 0) this.#indexer.wake();
        this.#planner.rowsInserted(inserted);
        // The last, as it may fail: on a full disk no index can be taken away.
        this.#lateIndexes.rowsStored(inserted);
      },
    });
    this.#indexer.wake();
    // The first list is asked for while the window is still being made. What fails here fails there, and is said there.
    void this.#queue.warm().catch(() => undefined);
  }

  /** Brings the database to the newest schema first. */
  static async on(database: Database, reader: PageReader): Promise<SqliteStore> {
    const db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database }) });
    await migrateToLatest(db);
    return new SqliteStore(database, db, reader, new DiskGuard(database.name === IN_MEMORY ? null : database.name));
  }

  listPartnerApps: StorePort['listPartnerApps'] = () => this.#do(partnerApps.listPartnerApps);
  savePartnerApp: StorePort['savePartnerApp'] = (app) => this.#note((db) => partnerApps.savePartnerApp(db, app));
  removePartnerApp: StorePort['removePartnerApp'] = (id) => this.#note((db) => partnerApps.removePartnerApp(db, id));
  listCredentials: StorePort['listCredentials'] = (appId) => this.#do((db) => credentials.listCredentials(db, appId));
  saveCredential: StorePort['saveCredential'] = (appId, saved) => this.#note((db) => credentials.saveCredential(db, appId, saved));
  removeCredential: StorePort['removeCredential'] = (appId, id) => this.#note((db) => credentials.removeCredential(db, appId, id));
  linkTenants: StorePort['linkTenants'] = (batch) => this.#note((db) => tenantApps.linkTenants(db, batch));

  listTenants: StorePort['listTenants'] = () => this.#do(tenants.listTenants);
  chosenSurfaces: StorePort['chosenSurfaces'] = () => this.#do(chosenSurfaces);
  addTenant: StorePort['addTenant'] = (tenant) => this.#note((db) => tenants.addTenant(db, tenant, this.#keys.next('tenant')));
  renameTenant: StorePort['renameTenant'] = (id, name) => this.#note((db) => tenants.renameTenant(db, id, name));
  removeTenant: StorePort['removeTenant'] = async (id) => (await this.removeTenants([id])) === 1;
  saveTenants: StorePort['saveTenants'] = (batch) => this.#alone(() => this.#tenants.save(batch));
  removeTenants: StorePort['removeTenants'] = async (ids) => {
    for (const id of ids) await this.clearTenant(id);
    return this.#noteAlone(() => this.#tenants.remove(ids));
  };
  recordAttempt: StorePort['recordAttempt'] = (tenantId, result) => this.recordAttempts([{ tenantId, result }]);
  recordAttempts: StorePort['recordAttempts'] = (attempts) => this.#noteAlone(() => this.#attempts.record(attempts));

  queryIncidents: StorePort['queryIncidents'] = (query) => this.#do(() => this.#queue.page(query));
  incidentsOutside: StorePort['incidentsOutside'] = (query, some) => this.#do(() => this.#queue.outside(query, some));
  listViews: StorePort['listViews'] = () => this.#do(listViews);
  saveViews: StorePort['saveViews'] = (views) => this.#note((db) => saveViews(db, views));
  noteLook: StorePort['noteLook'] = (key, at) => this.#note((db) => noteLook(db, key, at));
  lookedAtAll: StorePort['lookedAtAll'] = () => this.#do(lookedAtAll);
  readRows: StorePort['readRows'] = (keys) => this.#do((db) => readRows(db, keys));
  beginExport: StorePort['beginExport'] = (asked) => this.#do(() => this.#exports.beginExport(asked));
  continueExport: StorePort['continueExport'] = (id) => this.#do(() => this.#exports.continueExport(id));
  dropExport: StorePort['dropExport'] = (id) => this.#exports.dropExport(id);
  readFigures: StorePort['readFigures'] = (asked) => this.#do((db) => readFigures(db, asked));
  filterChoices: StorePort['filterChoices'] = (text) => this.#do((db) => readChoices(db, text));
  readIncident: StorePort['readIncident'] = (key) => this.#do((db) => incidents.readIncident(db, this.reader, key));
  incidentHistory: StorePort['incidentHistory'] = (key) => this.#do((db) => readHistory(db, key));
  campaignOf: StorePort['campaignOf'] = (key) => this.#do((db) => campaignOf(db, key));
  incidentOfAlert: StorePort['incidentOfAlert'] = (id, alertId) => this.#do((db) => incidentOfAlert(db, this.reader, id, alertId));
  seenIn: StorePort['seenIn'] = (observable) => this.#do((db) => seenIn(db, observable));
  searchCoverage: StorePort['searchCoverage'] = () => this.#do(readSearchCoverage);

  saveConsentState: StorePort['saveConsentState'] = (entry) => this.#note((db) => consentStates.saveConsentState(db, entry));
  findConsentState: StorePort['findConsentState'] = (id, appId, now) =>
    this.#do((db) => consentStates.findConsentState(db, id, appId, now));

  redeemConsentState: StorePort['redeemConsentState'] = (asked) => this.#note((db) => consentStates.redeemConsentState(db, asked));
  addConsentEvents: StorePort['addConsentEvents'] = (events) => this.#note((db) => consentEvents.addConsentEvents(db, events));
  listConsentEvents: StorePort['listConsentEvents'] = (ids) => this.#do((db) => consentEvents.listConsentEvents(db, ids));

  saveIncidentPage: StorePort['saveIncidentPage'] = (page) => this.#do(() => this.#pages.save(page));
  saveIncidentPages: StorePort['saveIncidentPages'] = (pages) => this.#do(() => this.#pages.saveEach(pages));

  incidentRows: StorePort['incidentRows'] = (keys) => this.#do((db) => writes.incidentRows(db, keys));
  listKeptWrites: StorePort['listKeptWrites'] = () => this.#do(writes.listKeptWrites);
  saveKeptWrites: StorePort['saveKeptWrites'] = (items) => this.#note((db) => writes.saveKeptWrites(db, items));
  removeKeptWrites: StorePort['removeKeptWrites'] = (ids) => this.#note((db) => writes.removeKeptWrites(db, ids));
  listWriteResults: StorePort['listWriteResults'] = () => this.#do(writeResults.listWriteResults);
  saveWriteResults: StorePort['saveWriteResults'] = (results) => this.#note((db) => writeResults.saveWriteResults(db, results));
  removeWriteResults: StorePort['removeWriteResults'] = (id) => this.#note((db) => writeResults.removeWriteResults(db, id));

  readSyncCursor: StorePort['readSyncCursor'] = async (tenantId, surface) =>
    (await this.readSyncCursors([{ tenantId, surface }]))[0] ?? { cursor: null, empty: true };
  readSyncCursors: StorePort['readSyncCursors'] = (asked) => this.#do((db) => readSyncCursors(db, asked));
  settle: StorePort['settle'] = async () => {
    await this.#lateIndexes.settle();
    await this.#queue.fill();
  };
  urgentTenants: StorePort['urgentTenants'] = () => this.#do(incidents.urgentTenants);
  missingTargets: StorePort['missingTargets'] = (id) => this.#do((db) => missingTargets(db, id));

  storeFacts: StorePort['storeFacts'] = () => this.#do((db) => readStoreFacts(db, this.#compaction.size()));
  exportTenant: StorePort['exportTenant'] = (asked) => this.#do((db) => exportTenant(db, this.reader, asked));

  setKeepDays: StorePort['setKeepDays'] = async (tenantId, days) => {
    const saved = await this.#note((db) => saveKeepDays(db, tenantId, days));
    if (saved) void this.#care.applyRetention();
    return saved;
  };

  clearTenant: StorePort['clearTenant'] = async (tenantId) => {
    const { clearing } = this.#writer;
    clearing.add(tenantId);
    try {
      const removed = await this.#do((db) => clearTenant(db, tenantId, this.#care.pause));
      if (removed) void this.#care.compact();
      return removed;
    } finally {
      clearing.delete(tenantId);
    }
  };

  appendAudit: StorePort['appendAudit'] = (records) => this.#noteAlone(() => this.#audit.append(records));
  listAudit: StorePort['listAudit'] = (asked) => this.#alone(() => this.#audit.list(asked));
  verifyAudit: StorePort['verifyAudit'] = () => this.#alone(() => this.#audit.verify());

  listHuntingQueries: StorePort['listHuntingQueries'] = () => this.#do(huntingLibrary.listHuntingQueries);
  saveHuntingQueries: StorePort['saveHuntingQueries'] = (queries) => this.#note((db) => huntingLibrary.saveHuntingQueries(db, queries));
  removeHuntingQueries: StorePort['removeHuntingQueries'] = (ids) => this.#note((db) => huntingLibrary.removeHuntingQueries(db, ids));
  listHunting: StorePort['listHunting'] = (kind) => this.#do((db) => hunting.listHunting(db, kind));
  saveHunting: StorePort['saveHunting'] = (kind, record, most) => this.#note((db) => hunting.saveHunting(db, kind, record, most));
  removeHunting: StorePort['removeHunting'] = (kind, id) => this.#note((db) => hunting.removeHunting(db, kind, id));
  huntingSeen: StorePort['huntingSeen'] = (id) => this.#do((db) => hunting.huntingSeen(db, id));
  saveHuntingSeen: StorePort['saveHuntingSeen'] = (id, seen) => this.#note((db) => hunting.saveHuntingSeen(db, id, seen));
  untoldNews: StorePort['untoldNews'] = (since, after) => this.#do((db) => news.untoldNews(db, since, after));
  noteTold: StorePort['noteTold'] = (told, at) => this.#note((db) => news.noteTold(db, told, at));
  countNewOpen: StorePort['countNewOpen'] = () => this.#do(news.countNewOpen);

  readSetting: StorePort['readSetting'] = (name) => this.#do((db) => readSetting(db, name));
  saveSetting: StorePort['saveSetting'] = (name, value) => this.#note((db) => saveSetting(db, name, value));

  close: StorePort['close'] = async () => {
    if (this.#closed) return;
    const work = [this.#indexer, this.#care, this.#lateIndexes, this.#queue, this.#log, this.#exports];
    await Promise.all(work.map((one) => one.stop()));
    await this.#alone(() => this.#planner.optimize());
    this.#closed = true;
    await this.#db.destroy();
  };

  /** Holding the query builder's only connection keeps the work out of a transaction that is under way. */
  #alone<T>(work: () => T): Promise<T> {
    return this.#do((db) => db.connection().execute(async () => work()));
  }

  #noteAlone<T>(work: () => T): Promise<T> {
    return this.guard.withReserve(() => this.#alone(work));
  }

  /** Something small that has to be kept, in one transaction. */
  #note<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.guard.withReserve(() => this.#do(work));
  }

  async #do<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('closed', 'The store is closed');
    try {
      return await work(this.#db);
    } catch (error) {
      throw storeErrorOf(error);
    }
  }
}
