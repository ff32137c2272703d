import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantId } from '../../contract/ids';
import { problem } from '../../contract/problem';
import { surfaceUse } from '../../contract/surface-use';
import { fold } from './fold';
import type { Schema, TenantRow } from './schema';
import { StoreError } from './store-error';
import type { StoredTenant, StorePort } from './store-port';
import { appsByTenant, linkNewTenant } from './tenant-apps';
import { storedProfile } from './tenant-profile';

/** All tenants by name. */
export async function listTenants(db: Kysely<Schema>): Promise<StoredTenant[]> {
  const rows = await db.selectFrom('tenant').selectAll().orderBy('name_folded').orderBy('id').execute();
  const apps = await appsByTenant(db);
  return rows.map((row) => toStoredTenant(row, apps.get(row.id) ?? []));
}

/** @param key of its row. False: it is there already. */
export async function addTenant(db: Kysely<Schema>, tenant: Parameters<StorePort['addTenant']>[0], key: number): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const { numInsertedOrUpdatedRows } = await within
      .insertInto('tenant')
      .values({
        id: key,
        tenant_id: tenant.tenantId,
        display_name: tenant.displayName,
        name_folded: fold(tenant.displayName),
        domain: tenant.domain,
        added_at: tenant.addedAt,
        partial: 0,
        incident_count: 0,
      })
      .onConflict((conflict) => conflict.column('tenant_id').doNothing())
      .executeTakeFirst();
    const added = numInsertedOrUpdatedRows === 1n;
    if (added && tenant.appIds?.length) await linkNewTenant(within, tenant.tenantId, tenant.appIds);
    return added;
  });
}

export async function renameTenant(db: Kysely<Schema>, tenantId: TenantId, displayName: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tenant')
    .set({ display_name: displayName, name_folded: fold(displayName) })
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The short key of a tenant's rows. Throws when there is no such tenant. */
export async function tenantKey(db: Kysely<Schema>, tenantId: TenantId): Promise<number> {
  const row = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!row) throw new StoreError('unknownTenant', `There is no tenant ${tenantId}`);
  return row.id;
}

function toStoredTenant(row: TenantRow, appIds: StoredTenant['appIds']): StoredTenant {
  return {
    tenantId: row.tenant_id,
    displayName: row.display_name,
    domain: row.domain,
    profile: storedProfile(row),
    appIds,
    addedAt: row.added_at,
    lastAttemptAt: row.last_attempt_at,
    lastCompleteAt: row.last_complete_at,
    problem: parseProblem(row.problem),
    problemSince: row.problem_since,
    partial: row.partial === 1,
    readOver: row.read_over === null ? null : (surfaceUse.safeParse(JSON.parse(row.read_over)).data ?? null),
    incidentCount: row.incident_count,
  };
}

const leastProblem = z.object({ at: z.number().int() });

/** A problem of a later version with a code unknown here still is one: a failed tenant never looks clean. */
export function parseProblem(json: string | null): StoredTenant['problem'] {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  const known = problem.safeParse(value);
  return known.success ? known.data : { code: 'internal', at: leastProblem.safeParse(value).data?.at ?? 0, detail: json };
}
