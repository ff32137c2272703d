import type { Kysely } from 'kysely';
import { z } from 'zod';
import { instant } from '../../contract/ids';
import { writeItem } from '../../contract/writes';
import type { Schema } from './schema';

/** How one change of an order ended. */
export const writeResult = z.object({
  batch: z.object({
    id: z.string(),
    startedAt: instant,
    undoes: z.string().nullable(),
    undone: z.boolean(),
    /** A person has no more use for it. An earlier version removed it. */
    cleared: z.boolean().default(false),
  }),
  item: writeItem,
});
export type WriteResult = z.infer<typeof writeResult>;

/** What the store keeps of orders that have ended. */
export interface WriteResultsPort {
  /** The oldest first, each under its tenant's present name. */
  listWriteResults(): Promise<WriteResult[]>;
  /** Adds or changes, by the change's `id`, all or none. Those of a tenant that is not there are passed over. */
  saveWriteResults(results: readonly WriteResult[]): Promise<void>;
  /** Removes those of one order. */
  removeWriteResults(batchId: string): Promise<void>;
}

/** The oldest first. One that a later version wrote in a form unknown here is passed over. */
export async function listWriteResults(db: Kysely<Schema>): Promise<WriteResult[]> {
  const rows = await db
    .selectFrom('write_result')
    .innerJoin('tenant', 'tenant.id', 'write_result.tenant_key')
    .select(['write_result.facts', 'tenant.display_name', 'tenant.tenant_id'])
    .orderBy('write_result.id')
    .execute();
  return rows.flatMap(({ facts, display_name, tenant_id }) => {
    const result = writeResult.safeParse(JSON.parse(facts)).data;
    // The row's tenant is the one it belongs to, whatever the text says.
    return result?.item.tenantId === tenant_id ? [{ ...result, item: { ...result.item, tenantName: display_name } }] : [];
  });
}

export async function saveWriteResults(db: Kysely<Schema>, results: readonly WriteResult[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const result of results) {
      const { item, batch } = result;
      const facts = JSON.stringify(result);
      const tenant = await within.selectFrom('tenant').select('id').where('tenant_id', '=', item.tenantId).executeTakeFirst();
      if (!tenant) continue;
      await within
        .insertInto('write_result')
        .values({ write_id: item.id, batch_id: batch.id, tenant_key: tenant.id, facts })
        .onConflict((conflict) => conflict.column('write_id').doUpdateSet({ batch_id: batch.id, facts }))
        .execute();
    }
  });
}

export async function removeWriteResults(db: Kysely<Schema>, batchId: string): Promise<void> {
  await db.deleteFrom('write_result').where('batch_id', '=', batchId).execute();
}
