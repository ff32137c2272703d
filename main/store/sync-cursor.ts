import type { Kysely } from 'kysely';
import { z } from 'zod';
import { instant, type TenantId } from '../../contract/ids';
import { problemCode } from '../../contract/problem-code';
import type { Schema } from './schema';

const pass = z.object({
  /** `whole`: everything in the window. `changes`: what changed since the watermark. */
  kind: z.enum(['whole', 'changes']),
  /** Only incidents last changed at this time or later; null: all. */
  since: instant.nullable(),
  /** The page to read next, as the provider named it; null: the first. */
  place: z.string().nullable(),
  /** The watermark once this pass is done. */
  head: instant.nullable(),
  startedAt: instant,
});

const unreadTarget = z.object({
  incidentId: z.string(),
  /** How often it was asked for, in how many reads. */
  tries: z.number().int(),
  since: instant,
  againAt: instant,
  /** What the service said last … */
  said: z.string(),
  /** … and what kind of failure that was; absent where an earlier version noted it. */
  code: problemCode.optional().catch(undefined),
});
export type UnreadTarget = z.infer<typeof unreadTarget>;

/** How far a tenant was read over one surface. Times of incidents are the service's, never this computer's. */
export const syncCursor = z.object({
  /** Names the whole read that is under way or was the last; an incident carries that of the last one that listed it. */
  round: z.number().int(),
  /** How many days the whole read goes back; null: without an end. */
  windowDays: z.number().nullable(),
  pass: pass.nullable(),
  /** The newest last update in any page so far. */
  newest: instant.nullable(),
  /** Every change up to here is stored; null until a whole read ended. */
  watermark: instant.nullable(),
  wholeAt: instant.nullable(),
  /** Every change since then that was there to be read is stored; 0: without a beginning. Null: no whole read ended, or the first one did in an earlier version. */
  knownFrom: instant.nullable().default(null),
  /** What the last whole read did not list is still to be marked. */
  unmarked: z.boolean(),
  /** Incidents are stored that were merged into others, which may be not. */
  targetsLeft: z.boolean().default(true),
  /** Of those that are not, the ones asked for already: the service does not have them, or they are older than is kept. */
  deadTargets: z.array(z.string()).default([]),
  /** And the ones the service failed to give: asked for again, ever more rarely. */
  unreadTargets: z.array(unreadTarget).default([]),
});
export type SyncCursor = z.infer<typeof syncCursor>;
export type SyncPass = z.infer<typeof pass>;

export interface CursorName {
  tenantId: TenantId;
  surface: 'xdr' | 'graph';
}

export interface StoredCursor {
  /** Null: never read over this surface, or by a version that noted it in another form: then it is read from the beginning. */
  cursor: SyncCursor | null;
  /** Of the tenant no incident is stored, over whichever surface. */
  empty: boolean;
}

/** For more than so many, all there are is read. */
const FEW = 50;

/** In the order asked. */
export async function readSyncCursors(db: Kysely<Schema>, asked: readonly CursorName[]): Promise<StoredCursor[]> {
  const rows = await db
    .selectFrom('tenant')
    .leftJoin('sync_cursor', 'tenant.id', 'sync_cursor.tenant_key')
    .select(['tenant_id', 'surface', 'cursor', 'incident_count'])
    .$if(asked.length <= FEW, (query) =>
      query.where(
        'tenant_id',
        'in',
        asked.map(({ tenantId }) => tenantId),
      ),
    )
    .execute();
  const known = new Map(rows.map(({ tenant_id, surface, cursor }) => [`${surface} ${tenant_id}`, cursor]));
  const counts = new Map(rows.map(({ tenant_id, incident_count }) => [tenant_id, incident_count]));
  return asked.map(({ tenantId, surface }) => {
    const cursor = known.get(`${surface} ${tenantId}`) ?? null;
    return { cursor: cursor === null ? null : parseCursor(cursor), empty: (counts.get(tenantId) ?? 0) === 0 };
  });
}

/** Null: noted by a version that knew another form. */
export function parseCursor(stored: string): SyncCursor | null {
  return syncCursor.safeParse(JSON.parse(stored)).data ?? null;
}

/** Ids that stored incidents were merged into and that are not stored themselves. */
export async function missingTargets(db: Kysely<Schema>, tenantId: TenantId): Promise<string[]> {
  const rows = await db
    .selectFrom('incident as merged')
    .innerJoin('tenant', 'tenant.id', 'merged.tenant_key')
    .select('merged.redirect_incident_id as target')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('merged.redirect_incident_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('incident as target')
            .select('target.id')
            .whereRef('target.tenant_key', '=', 'merged.tenant_key')
            .whereRef('target.incident_id', '=', 'merged.redirect_incident_id'),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ target }) => target ?? []);
}
