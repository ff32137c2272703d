import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantId } from '../../contract/ids';
import { problem, type ProblemCode } from '../../contract/problem';
import { surfaceUse } from '../../contract/surface-use';
import { fold } from './fold';
import type { Schema, TenantRow } from './schema';
import { StoreError } from './store-error';
import type { AttemptResult, StoredTenant, StorePort, TenantAttempt } from './store-port';
import { appsByTenant, linkNewTenant } from './tenant-apps';
import { storedProfile } from './tenant-profile';

/** All tenants by name. */
export async function listTenants(db: Kysely<Schema>): Promise<StoredTenant[]> {
  const rows = await db.selectFrom('tenant').selectAll().orderBy('name_folded').orderBy('id').execute();
  const apps = await appsByTenant(db);
  return rows.map((row) => toStoredTenant(row, apps.get(row.id) ?? []));
}

export async function addTenant(db: Kysely<Schema>, tenant: Parameters<StorePort['addTenant']>[0]): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const { numInsertedOrUpdatedRows } = await within
      .insertInto('tenant')
      .values({
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

/** What belongs to the tenant goes with it by foreign keys. */
export async function removeTenant(db: Kysely<Schema>, tenantId: TenantId): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('tenant').where('tenant_id', '=', tenantId).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Notes how attempts ended. `problemSince` stays while attempts keep ending with the same code. Unknown tenant: nothing, as it may have been removed meanwhile. */
export async function recordAttempts(db: Kysely<Schema>, attempts: readonly TenantAttempt[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { tenantId, result } of attempts) {
      const stored = await within.selectFrom('tenant').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
      if (!stored) continue;
      await within.updateTable('tenant').set(afterAttempt(stored, result)).where('id', '=', stored.id).execute();
    }
  });
}

/** The short key of a tenant's rows. Throws when there is no such tenant. */
export async function tenantKey(db: Kysely<Schema>, tenantId: TenantId): Promise<number> {
  const row = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!row) throw new StoreError('unknownTenant', `There is no tenant ${tenantId}`);
  return row.id;
}

/** What a token disproves. Anything else may have stopped a read, and stays until one is whole: a failed tenant never looks clean. */
const TOKEN_CURES: ReadonlySet<ProblemCode> = new Set([
  'consentMissing',
  'rolesMissing',
  'appDisabled',
  'conditionalAccess',
  'tenantBlocked',
  'tenantNotFound',
  'otherCloud',
  'wrongTenantToken',
  'wrongAudience',
  'unknownEntra',
  'noPartnerApp',
]);

function afterAttempt(stored: TenantRow, result: AttemptResult): Partial<TenantRow> {
  const readOver = result.kind === 'token' ? undefined : result.readOver;
  const ended = { last_attempt_at: result.at, ...(readOver ? { read_over: JSON.stringify(readOver) } : {}) };
  if (result.kind === 'complete') return { ...ended, last_complete_at: result.at, problem: null, problem_since: null, partial: 0 };
  const before = parseProblem(stored.problem);
  if (result.kind === 'token') return before && TOKEN_CURES.has(before.code) ? { ...ended, problem: null, problem_since: null } : ended;
  const since = before?.code === result.problem.code ? (stored.problem_since ?? result.at) : result.at;
  return { ...ended, problem: JSON.stringify(result.problem), problem_since: since, partial: result.partial ? 1 : 0 };
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
function parseProblem(json: string | null): StoredTenant['problem'] {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  const known = problem.safeParse(value);
  return known.success ? known.data : { code: 'internal', at: leastProblem.safeParse(value).data?.at ?? 0, detail: json };
}
