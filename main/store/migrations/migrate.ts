import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as first from './0001-first';
import * as consentEvents from './0002-consent-events';
import * as tenantProfile from './0003-tenant-profile';
import * as searchAndRetention from './0007-search-and-retention';

/** In the order of their names. One that was released is never changed: a change is a new one. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': first,
  '0002-consent-events': consentEvents,
  '0003-tenant-profile': tenantProfile,
  '0007-search-and-retention': searchAndRetention,
};

/** Brings a database to the newest schema, each step in a transaction. Throws the step's own error. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('A migration failed without saying why');
}
