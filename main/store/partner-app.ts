import type { Kysely, Selectable } from 'kysely';
import { appPurpose, DEFAULT_PURPOSE, type PartnerAppId } from '../../contract/partner-app';
import type { Schema } from './schema';
import { StoreError } from './store-error';
import type { StoredPartnerApp } from './store-port';

/** All apps, the oldest first. */
export async function listPartnerApps(db: Kysely<Schema>): Promise<StoredPartnerApp[]> {
  return (await db.selectFrom('partner_app').selectAll().orderBy('id').execute()).map(toStoredApp);
}

/** Saves an app, by its own ID. The first of a profile is linked to all tenants there are; a further one begins without. */
export async function savePartnerApp(db: Kysely<Schema>, app: StoredPartnerApp): Promise<void> {
  const values = {
    name: app.name,
    client_id: app.clientId,
    home_tenant_id: app.homeTenantId,
    cloud_id: app.cloudId,
    purpose: JSON.stringify(app.purpose),
    saved_at: app.savedAt,
  };
  await db.transaction().execute(async (within) => {
    const first = (await within.selectFrom('partner_app').select('id').executeTakeFirst()) === undefined;
    await within
      .insertInto('partner_app')
      .values({ app_id: app.appId, ...values })
      .onConflict((conflict) => conflict.column('app_id').doUpdateSet(values))
      .execute();
    if (!first) return;
    const key = await appKey(within, app.appId);
    await within
      .insertInto('tenant_app')
      .columns(['tenant_key', 'app_key'])
      .expression((from) => from.selectFrom('tenant').select((column) => ['id', column.val(key).as('app_key')]))
      .execute();
  });
}

/** Its links and consent states go with it; tenants and what is stored of them stay. */
export async function removePartnerApp(db: Kysely<Schema>, appId: PartnerAppId): Promise<void> {
  await db.deleteFrom('partner_app').where('app_id', '=', appId).execute();
}

/** The short key of an app. Throws when there is no such app. */
export async function appKey(db: Kysely<Schema>, appId: PartnerAppId): Promise<number> {
  const row = await db.selectFrom('partner_app').select('id').where('app_id', '=', appId).executeTakeFirst();
  if (!row) throw new StoreError('unknownApp', `There is no partner app ${appId}`);
  return row.id;
}

function toStoredApp(row: Selectable<Schema['partner_app']>): StoredPartnerApp {
  return {
    appId: row.app_id,
    name: row.name,
    clientId: row.client_id,
    homeTenantId: row.home_tenant_id,
    cloudId: row.cloud_id,
    purpose: storedPurpose(row.purpose),
    savedAt: row.saved_at,
  };
}

const knownPurpose = appPurpose.catch(DEFAULT_PURPOSE);

/** Empty: saved before an app could say what it is for. A purpose of a later version is taken for the least. */
function storedPurpose(json: string): StoredPartnerApp['purpose'] {
  if (json === '') return DEFAULT_PURPOSE;
  return knownPurpose.parse(JSON.parse(json));
}
