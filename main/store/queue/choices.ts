import type { Kysely } from 'kysely';
import { FACET_KINDS, facetKind, type FilterChoices } from '../../../contract/incident-filter';
import { fold } from '../fold';
import type { Schema } from '../schema';

/** More than anybody scrolls through; who looks for a rarer one types a part of it. */
const MOST = 2_000;

/** What the queue can be narrowed down to, of everything stored: values that hold the text, and all severities and statuses, which are few. */
export async function readChoices(db: Kysely<Schema>, text: string): Promise<FilterChoices> {
  const typed = fold(text.trim());
  const assignees = await db
    .selectFrom('incident_tally')
    .select((eb) => ['assigned_folded as value', eb.fn.sum<number>('incidents').as('count')])
    .where((eb) => eb(eb.fn<number>('instr', ['assigned_folded', eb.val(typed)]), '>', 0))
    .groupBy('assigned_folded')
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(MOST)
    .execute();
  const valuesOf = async (column: 'severity_folded' | 'status_folded') => {
    const found = await db.selectFrom('incident_tally').select(`${column} as value`).distinct().orderBy('value').limit(MOST).execute();
    return found.map(({ value }) => value);
  };
  const [severities, statuses] = [await valuesOf('severity_folded'), await valuesOf('status_folded')];
  const facets: FilterChoices['facets'] = { service: [], detection: [], category: [], technique: [], tag: [] };
  for (const kind of FACET_KINDS) {
    const found = await db
      .selectFrom('facet')
      .select(['kind', 'value'])
      .where('kind', '=', kind)
      .where((eb) => eb(eb.fn<number>('instr', ['value_folded', eb.val(typed)]), '>', 0))
      .orderBy('value_folded')
      .limit(MOST)
      .execute();
    facets[facetKind.parse(kind)] = found.map(({ value }) => value);
  }
  return { assignees, severities, statuses, facets };
}
