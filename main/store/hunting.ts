import type { Kysely } from 'kysely';
import type { HuntingRecordKind, HuntingStorePort } from './hunting-port';
import type { Schema } from './schema';

type Result<N extends keyof HuntingStorePort> = ReturnType<HuntingStorePort[N]>;

export async function listHunting(db: Kysely<Schema>, kind: HuntingRecordKind): Result<'listHunting'> {
  return db
    .selectFrom('hunting_record')
    .select(['id', 'at', 'body'])
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
}

export async function saveHunting(
  db: Kysely<Schema>,
  ...[kind, { id, at, body }, most]: Parameters<HuntingStorePort['saveHunting']>
): Result<'saveHunting'> {
  await db.transaction().execute(async (within) => {
    await within
      .insertInto('hunting_record')
      .values({ kind, id, at, body })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ at, body }))
      .execute();
    const kept = await within
      .selectFrom('hunting_record')
      .select('id')
      .where('kind', '=', kind)
      .orderBy('at', 'desc')
      .limit(most)
      .execute();
    await within
      .deleteFrom('hunting_record')
      .where('kind', '=', kind)
      .where(
        'id',
        'not in',
        kept.map((one) => one.id),
      )
      .execute();
  });
}

export async function removeHunting(db: Kysely<Schema>, kind: HuntingRecordKind, id: string): Result<'removeHunting'> {
  await db.transaction().execute(async (within) => {
    await within.deleteFrom('hunting_record').where('kind', '=', kind).where('id', '=', id).execute();
    if (kind === 'schedule') await within.deleteFrom('hunting_seen').where('schedule_id', '=', id).execute();
  });
}

export async function huntingSeen(db: Kysely<Schema>, scheduleId: string): Result<'huntingSeen'> {
  const rows = await db
    .selectFrom('hunting_seen')
    .innerJoin('tenant', 'tenant.id', 'hunting_seen.tenant_key')
    .select(['tenant.tenant_id', 'hunting_seen.digests'])
    .where('hunting_seen.schedule_id', '=', scheduleId)
    .execute();
  return rows.map(({ tenant_id, digests }) => ({ tenantId: tenant_id, digests }));
}

export async function saveHuntingSeen(
  db: Kysely<Schema>,
  ...[scheduleId, seen]: Parameters<HuntingStorePort['saveHuntingSeen']>
): Result<'saveHuntingSeen'> {
  await db.transaction().execute(async (within) => {
    for (const { tenantId, digests } of seen) {
      const tenant = await within.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
      if (!tenant) continue;
      const bytes = Buffer.from(digests);
      await within
        .insertInto('hunting_seen')
        .values({ schedule_id: scheduleId, tenant_key: tenant.id, digests: bytes })
        .onConflict((conflict) => conflict.columns(['schedule_id', 'tenant_key']).doUpdateSet({ digests: bytes }))
        .execute();
    }
  });
}
