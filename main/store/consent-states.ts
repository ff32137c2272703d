import type { Kysely } from 'kysely';
import type { Instant, TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
import { appKey } from './partner-app';
import type { Schema } from './schema';
import type { ConsentPort, RedeemedState } from './consent-port';
import { tenantKey } from './tenants';

/** An expired state is remembered this long, so that an answer that comes too late can be named. */
const REMEMBERED_MS = 90 * 24 * 60 * 60_000;

/** Remembers a state, and forgets those that expired long before it was made. Unknown tenant or app: throws. */
export async function saveConsentState(db: Kysely<Schema>, entry: Parameters<ConsentPort['saveConsentState']>[0]): Promise<void> {
  await db.transaction().execute(async (within) => {
    const tenant = await tenantKey(within, entry.tenantId);
    const app = await appKey(within, entry.appId);
    await within
      .deleteFrom('consent_state')
      .where('expires_at', '<=', entry.createdAt - REMEMBERED_MS)
      .execute();
    await within
      .insertInto('consent_state')
      .values({
        state: entry.state,
        tenant_key: tenant,
        app_key: app,
        created_at: entry.createdAt,
        expires_at: entry.expiresAt,
        used_at: null,
      })
      .execute();
  });
}

export async function findConsentState(db: Kysely<Schema>, tenantId: TenantId, appId: PartnerAppId, now: Instant): Promise<string | null> {
  const row = await db
    .selectFrom('consent_state')
    .innerJoin('tenant', 'tenant.id', 'consent_state.tenant_key')
    .innerJoin('partner_app', 'partner_app.id', 'consent_state.app_key')
    .select('state')
    .where('tenant.tenant_id', '=', tenantId)
    .where('partner_app.app_id', '=', appId)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.state ?? null;
}

export async function redeemConsentState(
  db: Kysely<Schema>,
  { state, expected, spend, now }: Parameters<ConsentPort['redeemConsentState']>[0],
): Promise<RedeemedState> {
  return db.transaction().execute(async (within) => {
    const row = await within
      .selectFrom('consent_state')
      .innerJoin('tenant', 'tenant.id', 'consent_state.tenant_key')
      .leftJoin('partner_app', 'partner_app.id', 'consent_state.app_key')
      .select(['tenant.tenant_id', 'partner_app.app_id', 'expires_at', 'used_at'])
      .where('state', '=', state)
      .executeTakeFirst();
    if (!row) return { found: 'unknown' };
    const of = { tenantId: row.tenant_id, appId: row.app_id };
    if (expected !== null && expected !== of.tenantId) return { found: 'otherTenant', ...of };
    if (row.used_at !== null) return { found: 'used', ...of };
    if (row.expires_at <= now) return { found: 'expired', ...of };
    if (spend) await within.updateTable('consent_state').set({ used_at: now }).where('state', '=', state).execute();
    return { found: 'valid', ...of };
  });
}
