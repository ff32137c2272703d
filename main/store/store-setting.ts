import type { Kysely } from 'kysely';
import type { Schema } from './schema';

/** Settings of a profile that are kept with its data, as JSON. */
export type StoreSettingName = 'sync_schedule' | 'hunting_desk' | 'notifications' | 'notified_until' | 'found_rows';

export async function readSetting(db: Kysely<Schema>, name: StoreSettingName): Promise<string | null> {
  const row = await db.selectFrom('store_setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

export async function saveSetting(db: Kysely<Schema>, name: StoreSettingName, value: string): Promise<void> {
  await db.transaction().execute(async (within) => {
    await within.deleteFrom('store_setting').where('name', '=', name).execute();
    await within.insertInto('store_setting').values({ name, value }).execute();
  });
}

/** Settings kept with the data. */
export interface SettingPort {
  /** As text; null: never set. */
  readSetting(name: StoreSettingName): Promise<string | null>;
  saveSetting(name: StoreSettingName, value: string): Promise<void>;
}
