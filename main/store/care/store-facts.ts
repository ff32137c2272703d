import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { StoredSize, StoreFacts } from '../../../contract/store-care';
import type { Schema } from '../schema';
import { readSearchCoverage } from '../search/search-coverage';
import { defaultKeepDays, listRemovals } from './retention';

/** How much is stored, of whom, and for how long. @param size of the file */
export async function readStoreFacts(db: Kysely<Schema>, size: Pick<StoreFacts, 'bytes' | 'freeBytes'>): Promise<StoreFacts> {
  const search = await readSearchCoverage(db);
  return {
    ...size,
    incidents: search.total,
    search,
    keepDays: await defaultKeepDays(db),
    tenants: await tenantSizes(db),
    removals: await listRemovals(db),
  };
}

function tenantSizes(db: Kysely<Schema>): Promise<StoredSize[]> {
  const pages = db
    .selectFrom('raw_page')
    .select(['tenant_key', sql<number>`sum(length(body))`.as('bytes')])
    .groupBy('tenant_key');
  return db
    .selectFrom('tenant')
    .leftJoin(pages.as('pages'), 'pages.tenant_key', 'tenant.id')
    .select((eb) => [
      'tenant.tenant_id as tenantId',
      'tenant.incident_count as incidents',
      eb.fn.coalesce('pages.bytes', eb.lit(0)).as('bytes'),
      'tenant.keep_days as keepDays',
    ])
    .orderBy('bytes', 'desc')
    .orderBy('tenant.name_folded')
    .execute();
}
