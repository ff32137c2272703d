import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { IncidentKey } from '../../contract/ids';
import { type ChangedField, type FieldChange, fieldChange, HISTORY_SHOWN, type IncidentHistory } from '../../contract/incident-history';
import { fold } from './fold';
import type { Schema } from './schema';
import type { IncidentColumns } from './store-port';

const fieldChanges = z.array(fieldChange).catch([]);

/** The fields that are followed, and the columns of `incident` they stand in. */
export const FOLLOWED = {
  name: 'name',
  severity: 'severity',
  status: 'status',
  assignedTo: 'assigned_to',
  classification: 'classification',
  determination: 'determination',
  alertCount: 'alert_count',
  redirectIncidentId: 'redirect_incident_id',
} as const satisfies Record<ChangedField, keyof Schema['incident']>;
const FIELDS = Object.entries(FOLLOWED) as [ChangedField, (typeof FOLLOWED)[ChangedField]][];

/** The followed columns of a row. */
export type Followed = { [Column in (typeof FOLLOWED)[ChangedField]]: string | number | null };

/** What is different in a row that comes to replace a stored one. Another spelling of the same value, as the other surface has it, is no change. */
export function changesBetween(before: Followed, after: IncidentColumns): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, column] of FIELDS) {
    const [was, is] = [textOf(before[column]), textOf(after[field])];
    if (was !== is && (was === null || is === null || fold(was) !== fold(is))) changes.push({ field, before: was, after: is });
  }
  return changes;
}

const textOf = (value: string | number | null) => (value === null ? null : String(value));

/** What was seen to change, the newest first. Null: the incident is not stored. */
export async function readHistory(db: Kysely<Schema>, key: IncidentKey): Promise<IncidentHistory | null> {
  const incident = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .where('tenant.tenant_id', '=', key.tenantId)
    .where('incident.incident_id', '=', key.incidentId)
    .select(['incident.id', 'incident.first_stored_at as firstStoredAt'])
    .executeTakeFirst();
  if (!incident) return null;
  const rows = await db
    .selectFrom('incident_change')
    .select(['seen_at as seenAt', 'updated_at as updatedAt', 'changes'])
    .where('incident_key', '=', incident.id)
    .orderBy('id', 'desc')
    .limit(HISTORY_SHOWN)
    .execute();
  return {
    firstSeenAt: incident.firstStoredAt === 0 ? null : incident.firstStoredAt,
    changes: rows.map(({ changes, ...at }) => ({ ...at, fields: fieldChanges.parse(JSON.parse(changes)) })),
  };
}
