import type { Kysely } from 'kysely';
import type { Instant, TenantId } from '../../contract/ids';
import type { Schema } from './schema';
import type { StorePort } from './store-port';
import { tenantKey } from './tenants';

/** Remembers a state, and forgets those that expired before it was made. Unknown tenant: throws. */
export async function saveConsentState(db: Kysely<Schema>, entry: Parameters<StorePort['saveConsentState']>[0]): Promise<void> {
  await db.transaction().execute(async (within) => {
    const tenant = await tenantKey(within, entry.tenantId);
    await within.deleteFrom('consent_state').where('expires_at', '<=', entry.createdAt).execute();
    await within
      .insertInto('consent_state')
      .values({ state: entry.state, tenant_key: tenant, created_at: entry.createdAt, expires_at: entry.expiresAt })
      .execute();
  });
}

export async function findConsentState(db: Kysely<Schema>, tenantId: TenantId, now: Instant): Promise<string | null> {
  const row = await db
    .selectFrom('consent_state')
    .innerJoin('tenant', 'tenant.id', 'consent_state.tenant_key')
    .select('state')
    .where('tenant.tenant_id', '=', tenantId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.state ?? null;
}
