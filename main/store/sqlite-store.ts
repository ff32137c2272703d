import type Database from 'better-sqlite3-multiple-ciphers';
import { Kysely, SqliteDialect } from 'kysely';
import * as consentEvents from './consent-events';
import * as consentStates from './consent-states';
import * as incidents from './incident-queries';
import { migrateToLatest } from './migrations/migrate';
import type { PageReader } from './page-reader';
import { PageQueue } from './page-queue';
import { PageWriter } from './page-writer';
import * as partnerApp from './partner-app';
import { PlannerCare } from './planner-care';
import type { Schema } from './schema';
import { IndexWorker } from './search/index-worker';
import { readSearchCoverage } from './search/search-coverage';
import { SearchIndex } from './search/search-index';
import { seenIn } from './search/seen-in';
import { StoreError, storeErrorOf } from './store-error';
import type { StorePort } from './store-port';
import { TenantWriter } from './tenant-writer';
import * as tenants from './tenants';

/** The store on an opened SQLite database: the only writer, one piece of work at a time. All methods throw StoreError where the engine refuses. */
export class SqliteStore implements StorePort {
  readonly #db: Kysely<Schema>;
  readonly #pages: PageQueue;
  readonly #tenants: TenantWriter;
  readonly #care: PlannerCare;
  readonly #indexer: IndexWorker;
  #closed = false;

  private constructor(database: Database, db: Kysely<Schema>, reader: PageReader) {
    this.#db = db;
    this.#tenants = new TenantWriter(database);
    this.#care = new PlannerCare(database);
    this.#indexer = new IndexWorker({ index: new SearchIndex(database), reader, alone: (work) => this.#alone(work) });
    this.#indexer.wake();
    this.#pages = new PageQueue({
      writer: new PageWriter(database),
      alone: (work) => this.#alone(work),
      onSaved: (rows) => {
        this.#care.rowsWritten(rows);
        if (rows > 0) this.#indexer.wake();
      },
    });
  }

  /** Brings the database to the newest schema first. */
  static async on(database: Database, reader: PageReader): Promise<SqliteStore> {
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
    await migrateToLatest(db);
    return new SqliteStore(database, db, reader);
  }

  getPartnerApp: StorePort['getPartnerApp'] = () => this.#do(partnerApp.getPartnerApp);
  savePartnerApp: StorePort['savePartnerApp'] = (app) => this.#do((db) => partnerApp.savePartnerApp(db, app));
  removePartnerApp: StorePort['removePartnerApp'] = () => this.#do(partnerApp.removePartnerApp);

  listTenants: StorePort['listTenants'] = () => this.#do(tenants.listTenants);
  addTenant: StorePort['addTenant'] = (tenant) => this.#do((db) => tenants.addTenant(db, tenant));
  renameTenant: StorePort['renameTenant'] = (id, name) => this.#do((db) => tenants.renameTenant(db, id, name));
  removeTenant: StorePort['removeTenant'] = (id) => this.#do((db) => tenants.removeTenant(db, id));
  saveTenants: StorePort['saveTenants'] = (batch) => this.#alone(() => this.#tenants.save(batch));
  removeTenants: StorePort['removeTenants'] = (ids) => this.#alone(() => this.#tenants.remove(ids));
  recordAttempt: StorePort['recordAttempt'] = (id, result) => this.#do((db) => tenants.recordAttempt(db, id, result));

  queryIncidents: StorePort['queryIncidents'] = (query) => this.#do((db) => incidents.queryIncidents(db, query));
  readIncident: StorePort['readIncident'] = (key) => this.#do((db) => incidents.readIncident(db, key));
  seenIn: StorePort['seenIn'] = (observable) => this.#do((db) => seenIn(db, observable));
  searchCoverage: StorePort['searchCoverage'] = () => this.#do(readSearchCoverage);

  saveConsentState: StorePort['saveConsentState'] = (entry) => this.#do((db) => consentStates.saveConsentState(db, entry));
  findConsentState: StorePort['findConsentState'] = (id, now) => this.#do((db) => consentStates.findConsentState(db, id, now));

  redeemConsentState: StorePort['redeemConsentState'] = (asked) => this.#do((db) => consentStates.redeemConsentState(db, asked));
  addConsentEvent: StorePort['addConsentEvent'] = (id, event) => this.#do((db) => consentEvents.addConsentEvent(db, id, event));
  listConsentEvents: StorePort['listConsentEvents'] = (id) => this.#do((db) => consentEvents.listConsentEvents(db, id));

  saveIncidentPage: StorePort['saveIncidentPage'] = (page) => this.#do(() => this.#pages.save(page));

  close: StorePort['close'] = async () => {
    if (this.#closed) return;
    await this.#indexer.stop();
    await this.#alone(() => this.#care.optimize());
    this.#closed = true;
    await this.#db.destroy();
  };

  /** Holding the query builder's only connection keeps the work out of a transaction that is under way. */
  #alone<T>(work: () => T): Promise<T> {
    return this.#do((db) => db.connection().execute(async () => work()));
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
