import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { IncidentQuery } from '../../contract/incident';
import { fold } from './fold';
import type { Schema } from './schema';

/** The part of a query that says which rows match. An empty list of severities or statuses restricts nothing. */
export function matches(query: IncidentQuery, tenant: number | null) {
  return (eb: ExpressionBuilder<Schema, 'incident'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = [];
    if (tenant !== null) conditions.push(eb('incident.tenant_key', '=', tenant));
    if (query.severities?.length) conditions.push(eb('incident.severity_folded', 'in', query.severities.map(fold)));
    if (query.statuses?.length) conditions.push(eb('incident.status_folded', 'in', query.statuses.map(fold)));
    const text = query.text?.trim();
    if (text) {
      const pattern = `%${escapeLike(fold(text))}%`;
      const like = (column: 'name_folded' | 'incident_id' | 'assigned_folded') =>
        sql<SqlBool>`${eb.ref(`incident.${column}`)} like ${pattern} escape '!'`;
      conditions.push(eb.or([like('name_folded'), like('incident_id'), like('assigned_folded')]));
    }
    return eb.and(conditions);
  };
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, (special) => `!${special}`);
}
