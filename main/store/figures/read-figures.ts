import { type Kysely, type SqlBool, sql } from 'kysely';
import type { TenantId } from '../../../contract/ids';
import { STORED_INCIDENT } from '../incident-row';
import type { Schema } from '../schema';
import { defaultKeepDays } from '../care/retention';
import type { FiguresAsked, StoredFigures, TenantReach } from './figures-port';

/** Word for word the condition of the index that answers it, as in migration 0017. */
const WAITING = sql<SqlBool>`assigned_folded is null and status_folded not in ('resolved', 'redirected')`;
const OPEN = sql<SqlBool>`status_folded not in ('resolved', 'redirected')`;

/** What is open now, what began and was resolved since a day, and what waits longest. Null: there is no such tenant. */
export async function readFigures(db: Kysely<Schema>, { tenantId, fromDay, oldest }: FiguresAsked): Promise<StoredFigures | null> {
  const ids = await tenantKeys(db, tenantId);
  if (ids === null) return null;
  const only = tenantId === null ? null : ([...ids.keys()][0] ?? null);
  return {
    days: await readDays(db, fromDay, only),
    open: withTenants(await readOpen(db, only), ids),
    tenants: withTenants(await readTenants(db, fromDay, only), ids),
    oldest: await readOldest(db, oldest, only),
    reach: await readReach(db, tenantId),
  };
}

async function tenantKeys(db: Kysely<Schema>, tenantId: TenantId | null): Promise<Map<number, TenantId> | null> {
  let query = db.selectFrom('tenant').select(['id', 'tenant_id']);
  if (tenantId !== null) query = query.where('tenant_id', '=', tenantId);
  const rows = await query.execute();
  return tenantId !== null && rows.length === 0 ? null : new Map(rows.map(({ id, tenant_id }) => [id, tenant_id]));
}

/** Rows of the short key, under the tenant's own ID. */
function withTenants<Row extends { key: number }>(rows: readonly Row[], ids: ReadonlyMap<number, TenantId>) {
  return rows.flatMap(({ key, ...row }) => {
    const tenantId = ids.get(key);
    return tenantId === undefined ? [] : [{ tenantId, ...row }];
  });
}

function readDays(db: Kysely<Schema>, fromDay: number, only: number | null) {
  let query = db
    .selectFrom('incident_day')
    .select((eb) => [
      'day',
      'severity_folded as severity',
      eb.fn.sum<number>('opened').as('opened'),
      eb.fn.sum<number>('resolved').as('resolved'),
    ])
    .where('day', '>=', fromDay)
    .groupBy(['day', 'severity_folded']);
  if (only !== null) query = query.where('tenant_key', '=', only);
  return query.execute();
}

function readTenants(db: Kysely<Schema>, fromDay: number, only: number | null) {
  let query = db
    .selectFrom('incident_day')
    .select((eb) => [
      'tenant_key as key',
      eb.fn.sum<number>('opened').as('opened'),
      eb.fn.sum<number>('resolved').as('resolved'),
      eb.fn.sum<number>('timed').as('timed'),
      eb.fn.sum<number>('resolve_ms').as('resolveMs'),
    ])
    .where('day', '>=', fromDay)
    .groupBy('tenant_key');
  if (only !== null) query = query.where('tenant_key', '=', only);
  return query.execute();
}

function readOpen(db: Kysely<Schema>, only: number | null) {
  let query = db
    .selectFrom('incident_tally')
    .select((eb) => [
      'tenant_key as key',
      'severity_folded as severity',
      eb.fn.sum<number>('incidents').as('incidents'),
      sql<number>`coalesce(sum(incidents) filter (where assigned_folded = ''), 0)`.as('unassigned'),
    ])
    .where(OPEN)
    .groupBy(['tenant_key', 'severity_folded']);
  if (only !== null) query = query.where('tenant_key', '=', only);
  return query.execute();
}

async function readOldest(db: Kysely<Schema>, limit: number, only: number | null) {
  let waiting = db.selectFrom('incident').select('id').where(WAITING).where('created_at', 'is not', null);
  if (only !== null) waiting = waiting.where('tenant_key', '=', only);
  return db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
    .select(STORED_INCIDENT)
    .where('incident.id', 'in', waiting.orderBy('created_at').limit(limit))
    .orderBy('incident.created_at')
    .execute();
}

async function readReach(db: Kysely<Schema>, tenantId: TenantId | null): Promise<TenantReach[]> {
  const byDefault = (await defaultKeepDays(db)) ?? 0;
  let query = db
    .selectFrom('tenant')
    .select([
      'tenant_id as tenantId',
      sql<number | null>`(select min(json_extract(cursor, '$.knownFrom')) from sync_cursor where tenant_key = tenant.id)`.as('readFrom'),
      sql<number | null>`(select max(older_than) from removal where tenant_key = tenant.id)`.as('removedBefore'),
      sql<number>`coalesce(keep_days, ${byDefault})`.as('keepDays'),
    ]);
  if (tenantId !== null) query = query.where('tenant_id', '=', tenantId);
  return query.execute();
}
