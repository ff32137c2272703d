import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { IncidentQuery } from '../../contract/incident';
import { fold } from './fold';
import type { Schema } from './schema';
import { matchExpression, searchWords } from './search/match-expression';

interface Narrowing {
  /** Short key; null: all tenants. */
  tenant: number | null;
  /** No incident waits to be taken into the search index. */
  allSearchable: boolean;
}

/** The part of a query that says which rows match. An empty list of severities or statuses restricts nothing. */
export function matches(query: IncidentQuery, { tenant, allSearchable }: Narrowing) {
  return (eb: ExpressionBuilder<Schema, 'incident'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = [];
    if (tenant !== null) conditions.push(eb('incident.tenant_key', '=', tenant));
    if (query.severities?.length) conditions.push(eb('incident.severity_folded', 'in', query.severities.map(fold)));
    if (query.statuses?.length) conditions.push(eb('incident.status_folded', 'in', query.statuses.map(fold)));
    if (query.text?.trim()) conditions.push(holds(eb, searchWords(query.text), allSearchable));
    return eb.and(conditions);
  };
}

/** Full text is the engine's own (FTS5). Incidents that are not in it yet are found by what their columns say. */
function holds(eb: ExpressionBuilder<Schema, 'incident'>, words: readonly string[], allSearchable: boolean): Expression<SqlBool> {
  if (words.length === 0) return eb.lit(false);
  const found = sql<SqlBool>`${eb.ref('incident.id')} in (select rowid from incident_text where incident_text match ${matchExpression(words)})`;
  if (allSearchable) return found;
  const like = (column: 'name_folded' | 'incident_id' | 'assigned_folded', word: string) =>
    sql<SqlBool>`${eb.ref(`incident.${column}`)} like ${`%${escapeLike(word)}%`} escape '!'`;
  const named = words.map((word) => eb.or([like('name_folded', word), like('incident_id', word), like('assigned_folded', word)]));
  const waits = eb('incident.id', 'in', eb.selectFrom('search_pending').select('search_pending.incident_key'));
  return eb.or([found, eb.and([waits, ...named])]);
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, (special) => `!${special}`);
}
