import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { IncidentKey } from '../../../contract/ids';
import type { IncidentFilter } from '../../../contract/incident-filter';
import type { Observable } from '../../../contract/observable';
import { fold } from '../fold';
import type { Schema } from '../schema';
import { campaignRows } from '../search/campaign';
import { queueExpression, searchWords } from '../search/match-expression';
import { all } from './conditions';
import { KeySet } from './key-set';

/** What a filter asks of the search: words, what alerts say, values seen, incidents like one. */
export interface Sought {
  words: readonly string[];
  facets: NonNullable<IncidentFilter['facets']>;
  /** A text was asked for, though perhaps of signs only. */
  hasText: boolean;
  entities: readonly Observable[];
  similarTo: IncidentKey | null;
}

/** Null when the search is not needed. */
export function soughtOf({ text, facets = {}, entities = [], similarTo }: IncidentFilter): Sought | null {
  const hasText = !!text?.trim();
  const hasFacets = Object.values(facets).some((values) => values.length > 0);
  if (!hasText && !hasFacets && entities.length === 0 && similarTo === undefined) return null;
  return { words: hasText ? searchWords(text ?? '') : [], facets, hasText, entities, similarTo: similarTo ?? null };
}

/**
 * Keys of the rows the search finds, which counts and windows are then read with. Incidents that are not in the search yet are found by what their
 * columns say, where only words are asked for.
 */
export async function findHits(db: Kysely<Schema>, sought: Sought, allSearchable: boolean): Promise<KeySet> {
  const { words, facets, hasText } = sought;
  if (hasText && words.length === 0) return KeySet.EMPTY;
  const expression = queueExpression(words, facets);
  const [first, ...others] = [...(expression === '' ? [] : [matching(expression)]), ...(await narrowings(db, sought))];
  if (!first) return KeySet.EMPTY;
  const narrowed = others.map((one) => sql<SqlBool>`id in (${one})`);
  const found = [await listed(db, sql`select id from (${first}) where ${all(narrowed)}`)];
  if (!allSearchable && expression !== '' && onlyWords(sought)) found.push(await listed(db, waiting(words)));
  return KeySet.of(found);
}

/** As one text: a row for each takes the engine's side of it twice as long. */
async function listed(db: Kysely<Schema>, ids: RawBuilder<unknown>): Promise<string | null> {
  const { rows } = await sql<{ keys: string | null }>`select group_concat(id) as keys from (${ids})`.execute(db);
  return rows[0]?.keys ?? null;
}

function matching(expression: string): RawBuilder<unknown> {
  return sql`select rowid as id from incident_text where incident_text match ${expression}`;
}

/** Each a question for keys of rows, as `id`. */
async function narrowings(db: Kysely<Schema>, { entities, similarTo }: Sought): Promise<RawBuilder<unknown>[]> {
  const found: RawBuilder<unknown>[] = [];
  if (entities.length > 0) {
    const values = entities.map(({ kind, value }) => sql`(${kind}, ${fold(value)})`);
    found.push(sql`select sighting.incident_key as id from entity cross join sighting on sighting.entity_key = entity.id
      where (entity.kind, entity.value_folded) in (values ${sql.join(values)})`);
  }
  if (similarTo !== null) found.push(sql`select value as id from json_each(${JSON.stringify(await campaignRows(db, similarTo))})`);
  return found;
}

function onlyWords({ facets, entities, similarTo }: Sought): boolean {
  return entities.length === 0 && similarTo === null && Object.values(facets).every((values) => values.length === 0);
}

function waiting(words: readonly string[]): RawBuilder<unknown> {
  const named = words.map(
    (word) => sql`(${like('name_folded', word)} or ${like('incident_id', word)} or ${like('assigned_folded', word)})`,
  );
  return sql`select incident.id from search_pending cross join incident on incident.id = search_pending.incident_key
    where ${sql.join(named, sql` and `)}`;
}

function like(column: 'name_folded' | 'incident_id' | 'assigned_folded', word: string) {
  return sql`${sql.ref(`incident.${column}`)} like ${`%${word.replace(/[!%_]/g, (special) => `!${special}`)}%`} escape '!'`;
}
