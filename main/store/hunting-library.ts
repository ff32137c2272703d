import type { Kysely } from 'kysely';
import { type LibraryQuery, libraryQuery } from '../../contract/hunting-library';
import type { Schema } from './schema';

/** See HuntingLibraryPort. */
export async function listHuntingQueries(db: Kysely<Schema>): Promise<LibraryQuery[]> {
  const rows = await db.selectFrom('hunting_query').selectAll().execute();
  const kept = rows.flatMap((row) => {
    const query = libraryQuery.safeParse({ ...contentOf(row.content), queryId: row.query_id, updatedAt: row.updated_at });
    return query.data ?? [];
  });
  const place = ({ folder, name }: LibraryQuery) => `${folder}\n${name}`.toLowerCase();
  return kept.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

export async function saveHuntingQueries(db: Kysely<Schema>, queries: readonly LibraryQuery[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { queryId, updatedAt, ...content } of queries) {
      const row = { query_id: queryId, content: JSON.stringify(content), updated_at: updatedAt };
      await within
        .insertInto('hunting_query')
        .values(row)
        .onConflict((conflict) => conflict.column('query_id').doUpdateSet({ content: row.content, updated_at: row.updated_at }))
        .execute();
    }
  });
}

export async function removeHuntingQueries(db: Kysely<Schema>, queryIds: readonly string[]): Promise<void> {
  if (queryIds.length > 0) await db.deleteFrom('hunting_query').where('query_id', 'in', queryIds).execute();
}

function contentOf(text: string): object {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}
