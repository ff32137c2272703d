import { type Kysely, sql } from 'kysely';
import { facetKind } from '../../../contract/incident-filter';
import type { Schema } from '../schema';
import { queueExpression } from '../search/match-expression';

/** Values that are looked at in one transaction: some milliseconds. */
const AT_ONCE = 100;

/** Takes from the choices what no incident has any more: a tag can name a customer that was removed. Between two steps `pause` lets others work. */
export async function forgetFacets(db: Kysely<Schema>, pause: () => Promise<void>): Promise<void> {
  let last: FacetKey | undefined = { kind: '', value_folded: '' };
  while (last) {
    last = await forgetSome(db, last);
    await pause();
  }
}

type FacetKey = Pick<Schema['facet'], 'kind' | 'value_folded'>;

function forgetSome(db: Kysely<Schema>, after: FacetKey): Promise<FacetKey | undefined> {
  return db.transaction().execute(async (within) => {
    const some = await within
      .selectFrom('facet')
      .selectAll()
      .where(sql<boolean>`(kind, value_folded) > (${after.kind}, ${after.value_folded})`)
      .orderBy('kind')
      .orderBy('value_folded')
      .limit(AT_ONCE)
      .execute();
    for (const { kind, value_folded, value } of some) {
      const expression = queueExpression([], { [facetKind.parse(kind)]: [value] });
      const { rows } = await sql`select 1 from incident_text where incident_text match ${expression} limit 1`.execute(within);
      if (rows.length === 0) await within.deleteFrom('facet').where('kind', '=', kind).where('value_folded', '=', value_folded).execute();
    }
    return some.at(-1);
  });
}
