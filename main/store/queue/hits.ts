import { type Kysely, sql } from 'kysely';
import type { IncidentFilter } from '../../../contract/incident-filter';
import type { Schema } from '../schema';
import { queueExpression, searchWords } from '../search/match-expression';

/** What a filter looks for in the full text: words, and what alerts say. */
export interface Sought {
  words: readonly string[];
  facets: NonNullable<IncidentFilter['facets']>;
  /** A text was asked for, though perhaps of signs only. */
  hasText: boolean;
}

/** Null when the full text is not needed. */
export function soughtOf({ text, facets = {} }: IncidentFilter): Sought | null {
  const hasText = !!text?.trim();
  const hasFacets = Object.values(facets).some((values) => values.length > 0);
  return hasText || hasFacets ? { words: hasText ? searchWords(text ?? '') : [], facets, hasText } : null;
}

/**
 * Puts what the full text finds into a table of this connection, which counts and windows are then read from. Incidents that are not in the full
 * text yet are found by what their columns say, where only words are asked for.
 * @returns how many
 */
export async function findHits(db: Kysely<Schema>, { words, facets, hasText }: Sought, allSearchable: boolean): Promise<number> {
  await sql`create temp table if not exists hit (id integer primary key)`.execute(db);
  await sql`delete from hit`.execute(db);
  if (hasText && words.length === 0) return 0;
  const expression = queueExpression(words, facets);
  await sql`insert into hit select rowid from incident_text where incident_text match ${expression} order by rowid`.execute(db);
  const onlyWords = Object.values(facets).every((values) => values.length === 0);
  if (!allSearchable && onlyWords) {
    const named = words.map(
      (word) => sql`(${like('name_folded', word)} or ${like('incident_id', word)} or ${like('assigned_folded', word)})`,
    );
    await sql`insert or ignore into hit
      select incident.id from search_pending cross join incident on incident.id = search_pending.incident_key
      where ${sql.join(named, sql` and `)}`.execute(db);
  }
  const { rows } = await sql<{ found: number }>`select count(*) as found from hit`.execute(db);
  return rows[0]?.found ?? 0;
}

function like(column: 'name_folded' | 'incident_id' | 'assigned_folded', word: string) {
  return sql`${sql.ref(`incident.${column}`)} like ${`%${word.replace(/[!%_]/g, (special) => `!${special}`)}%`} escape '!'`;
}
