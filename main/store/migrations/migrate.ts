import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import * as first from './0001-first';
import * as consentEvents from './0002-consent-events';
import * as tenantProfile from './0003-tenant-profile';
import * as partnerApps from './0004-partner-apps';
import * as credentials from './0005-credentials';
import * as syncCursor from './0006-sync-cursor';
import * as searchAndRetention from './0007-search-and-retention';
import * as auditTrail from './0008-audit-trail';
import * as incidentTally from './0010-incident-tally';
import * as queue from './0011-queue';
import * as tenantSurface from './0013-tenant-surface';
import * as notifications from './0015-notifications';
import * as keptWrites from './0016-kept-writes';
import * as incidentChanges from './0018-incident-changes';
import * as huntingLibrary from './0020-hunting-library';
import * as countedByPage from './0022-counted-by-page';
import * as factsWithTimes from './0023-facts-with-times';
import * as moreValues from './0024-more-values';
import * as toldBefore from './0025-told-before';
import * as historyByValue from './0026-history-by-value';
import * as keptFacts from './0027-kept-facts';
import * as writeResults from './0021-write-results';
import * as incidentDays from './0017-incident-days';
import * as hunting from './0019-hunting';

/** What Kysely says of a database with a step it does not know. */
const UNKNOWN_STEP = /previously executed migration .* is missing/;

/** In the order of their names. One that was released is never changed: a change is a new one. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-consent-events': consentEvents,
  '0003-tenant-profile': tenantProfile,
  '0004-partner-apps': partnerApps,
  '0005-credentials': credentials,
  '0006-sync-cursor': syncCursor,
  '0007-search-and-retention': searchAndRetention,
  '0008-audit-trail': auditTrail,
  '0010-incident-tally': incidentTally,
  '0011-queue': queue,
  '0013-tenant-surface': tenantSurface,
  '0015-notifications': notifications,
  '0016-kept-writes': keptWrites,
  '0018-incident-changes': incidentChanges,
  '0020-hunting-library': huntingLibrary,
  '0022-counted-by-page': countedByPage,
  '0023-facts-with-times': factsWithTimes,
  '0024-more-values': moreValues,
  '0025-told-before': toldBefore,
  '0026-history-by-value': historyByValue,
  '0027-kept-facts': keptFacts,
  '0021-write-results': writeResults,
  '0017-incident-days': incidentDays,
  '0019-hunting': hunting,
};

/** Names of all of them, oldest first. */
export const MIGRATION_NAMES = Object.keys(MIGRATIONS).sort();

/** The store was made by a later version of Tenantry. */
export class NewerStoreError extends Error {}

/**
 * Brings a database to the newest schema (or to the one named, for tests), all steps in one transaction: one that fails leaves it as it was.
 * Throws the step's own error, or NewerStoreError.
 */
export async function migrateToLatest<T>(db: Kysely<T>, upTo?: string, migrations = MIGRATIONS): Promise<void> {
  if (upTo === undefined && (await hasTaken(db, Object.keys(migrations)))) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Steps are numbered when work on them begins and arrive when it is done: a store may have taken a later one first.
    allowUnorderedMigrations: true,
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error instanceof Error && UNKNOWN_STEP.test(error.message)) throw new NewerStoreError(error.message);
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('A migration failed without saying why');
}

/** Whether these steps were taken, and no other: nearly always, and then the migrator's look at every table is not waited for. */
async function hasTaken<T>(db: Kysely<T>, names: readonly string[]): Promise<boolean> {
  const table = await sql`select 1 from sqlite_master where type = 'table' and name = ${DEFAULT_MIGRATION_TABLE}`.execute(db);
  if (table.rows.length === 0) return false;
  const taken = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  return taken.rows.map(({ name }) => name).join() === names.toSorted().join();
}
