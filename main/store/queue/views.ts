import type { Kysely } from 'kysely';
import { type SavedView, savedView } from '../../../contract/saved-view';
import type { Schema } from '../schema';

/** The row of `store_setting` with the views, as JSON. */
const QUEUE_VIEWS = 'queue_views';

/** Saved views in the order they were saved. One that a later version wrote in a form unknown here is passed over. */
export async function listViews(db: Kysely<Schema>): Promise<SavedView[]> {
  const row = await db.selectFrom('store_setting').select('value').where('name', '=', QUEUE_VIEWS).executeTakeFirst();
  const kept: unknown = row ? JSON.parse(row.value) : [];
  return Array.isArray(kept) ? kept.flatMap((one) => savedView.safeParse(one).data ?? []) : [];
}

/** Keeps these views in place of those there were. */
export async function saveViews(db: Kysely<Schema>, views: readonly SavedView[]): Promise<void> {
  const value = JSON.stringify(views);
  await db
    .insertInto('store_setting')
    .values({ name: QUEUE_VIEWS, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
