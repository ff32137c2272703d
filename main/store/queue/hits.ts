import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { IncidentKey } from '../../../contract/ids';
import type { IncidentFilter } from '../../../contract/incident-filter';
import type { Observable } from '../../../contract/observable';
import { fold } from '../fold';
import type { Schema } from '../schema';
import { campaignRows } from '../search/campaign';
import { queueExpression, searchWords } from '../search/match-expression';
import { all } from './conditions';

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
 * Puts what the search finds into a table of this connection, which counts and windows are then read from. Incidents that are not in the search
 * yet are found by what their columns say, where only words are asked for.
 * @returns how many
 */
export async function findHits(db: Kysely<Schema>, sought: Sought, allSearchable: boolean): Promise<number> {
  const { words, facets, hasText } = sought;
  await sql`create temp table if not exists hit (id integer primary key)`.execute(db);
  await sql`delete from hit`.execute(db);
  if (hasText && words.length === 0) return 0;
  const expression = queueExpression(words, facets);
  const [first, ...others] = [...(expression === '' ? [] : [matching(expression)]), ...(await narrowings(db, sought))];
  if (!first) return 0;
  const narrowed = others.map((one) => sql<SqlBool>`id in (${one})`);
  await sql`insert or ignore into hit select id from (${first}) where ${all(narrowed)}`.execute(db);
  if (!allSearchable && expression !== '' && onlyWords(sought)) await addWaiting(db, words);
  const { rows } = await sql<{ found: number }>`select count(*) as found from hit`.execute(db);
  return rows[0]?.found ?? 0;
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

async function addWaiting(db: Kysely<Schema>, words: readonly string[]): Promise<void> {
  const named = words.map(
    (word) => sql`(${like('name_folded', word)} or ${like('incident_id', word)} or ${like('assigned_folded', word)})`,
  );
  await sql`insert or ignore into hit
    select incident.id from search_pending cross join incident on incident.id = search_pending.incident_key
    where ${sql.join(named, sql` and `)}`.execute(db);
}

function like(column: 'name_folded' | 'incident_id' | 'assigned_folded', word: string) {
  return sql`${sql.ref(`incident.${column}`)} like ${`%${word.replace(/[!%_]/g, (special) => `!${special}`)}%`} escape '!'`;
}
