import type { Kysely } from 'kysely';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import { appKey } from './partner-app';
import type { Schema } from './schema';

/** Which apps each tenant is linked to, the oldest app first. */
export async function appsByTenant(db: Kysely<Schema>): Promise<Map<number, PartnerAppId[]>> {
  const rows = await db
    .selectFrom('tenant_app')
    .innerJoin('partner_app', 'partner_app.id', 'tenant_app.app_key')
    .select(['tenant_app.tenant_key', 'partner_app.app_id'])
    .orderBy('partner_app.id')
    .execute();
  const apps = new Map<number, PartnerAppId[]>();
  for (const { tenant_key, app_id } of rows) {
    const known = apps.get(tenant_key);
    if (known) known.push(app_id);
    else apps.set(tenant_key, [app_id]);
  }
  return apps;
}

/** SQLite binds a limited number of values in one statement. */
const AT_ONCE = 500;

/** Links tenants to an app, or takes the link away, all or none. Tenants that are not there are passed over. Unknown app: throws. */
export async function linkTenants(
  db: Kysely<Schema>,
  { appId, tenantIds, linked }: { appId: PartnerAppId; tenantIds: readonly TenantId[]; linked: boolean },
): Promise<void> {
  await db.transaction().execute(async (within) => {
    const app = await appKey(within, appId);
    for (let from = 0; from < tenantIds.length; from += AT_ONCE) {
      const some = within
        .selectFrom('tenant')
        .select('id')
        .where('tenant_id', 'in', tenantIds.slice(from, from + AT_ONCE));
      if (linked) {
        const rows = (await some.execute()).map(({ id }) => ({ tenant_key: id, app_key: app }));
        if (rows.length > 0)
          await within
            .insertInto('tenant_app')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
      } else {
        await within.deleteFrom('tenant_app').where('app_key', '=', app).where('tenant_key', 'in', some).execute();
      }
    }
  });
}

/** Links a tenant that was just added. Apps that are not there are passed over. */
export async function linkNewTenant(db: Kysely<Schema>, tenantId: TenantId, appIds: readonly PartnerAppId[]): Promise<void> {
  await db
    .insertInto('tenant_app')
    .columns(['tenant_key', 'app_key'])
    .expression((from) =>
      from
        .selectFrom(['tenant', 'partner_app'])
        .select(['tenant.id', 'partner_app.id as app_key'])
        .where('tenant.tenant_id', '=', tenantId)
        .where('partner_app.app_id', 'in', appIds),
    )
    .execute();
}
