import type { Kysely } from 'kysely';
import type { SearchCoverage } from '../../../contract/sightings';
import type { Schema } from '../schema';

/** How many incidents are stored, and how many of them the search index holds. */
export async function readSearchCoverage(db: Kysely<Schema>): Promise<SearchCoverage> {
  const waiting = await db
    .selectFrom('search_pending')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  const stored = await db
    .selectFrom('tenant')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('incident_count'), eb.lit(0)).as('rows'))
    .executeTakeFirstOrThrow();
  return { searchable: stored.rows - waiting.rows, total: stored.rows };
}
