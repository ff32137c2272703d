import type { Kysely } from 'kysely';
import { STORED_INCIDENT } from '../incident-row';
import { unpackBody } from '../packed-body';
import type { PageReader } from '../page-reader';
import type { Schema } from '../schema';
import type { StoredIncident } from '../store-port';

/** An incident as it is stored, and as the service sent it: JSON on one line. */
export interface WholeIncident {
  row: StoredIncident;
  raw: string;
}

/**
 * These incidents by their keys; those that are not there any more are left out. One that is read anew meanwhile lies in another page then: a row and its page
 * are read together, and again where the row has moved.
 */
export async function wholeIncidents(
  db: Kysely<Schema>,
  reader: PageReader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, WholeIncident>> {
  const whole = new Map<number, WholeIncident>();
  for (let left = ids; left.length > 0; ) {
    const places = await db.selectFrom('incident').select(['id', 'raw_page_key as page']).where('id', 'in', left).execute();
    for (const page of new Set(places.map((place) => place.page))) {
      const found = await readTogether(
        db,
        page,
        places.filter((place) => place.page === page).map(({ id }) => id),
      );
      if (!found) continue;
      const itemAt = reader.items(await unpackBody({ encoding: found.encoding, bytes: found.body }));
      for (const { id, ...row } of found.rows) whole.set(id, { row, raw: itemAt(row.rawIndex) });
    }
    left = places.flatMap(({ id }) => (whole.has(id) ? [] : [id]));
  }
  return whole;
}

/** Those of some incidents that lie in a page, and the page. Null: it is gone. */
function readTogether(db: Kysely<Schema>, page: number, ids: readonly number[]) {
  return db.transaction().execute(async (within) => {
    const rows = await within
      .selectFrom('incident')
      .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
      .innerJoin('raw_page', 'raw_page.id', 'incident.raw_page_key')
      .select(['incident.id', ...STORED_INCIDENT])
      .where('incident.id', 'in', ids)
      .where('incident.raw_page_key', '=', page)
      .execute();
    if (rows.length === 0) return null;
    const body = await within.selectFrom('raw_page').select(['body', 'encoding']).where('id', '=', page).executeTakeFirst();
    return body ? { ...body, rows } : null;
  });
}
