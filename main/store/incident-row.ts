import type { Insertable } from 'kysely';
import { fold, severityRank } from './fold';
import type { Schema } from './schema';
import type { IncidentColumns, StoredIncident } from './store-port';

type IncidentTable = Schema['incident'];

/** Where a row lies: its tenant and the raw page it came in. */
type Place = Pick<IncidentTable, 'tenant_key' | 'raw_page_key'>;

export function toIncidentTableRow(columns: IncidentColumns, place: Place): Insertable<IncidentTable> {
  return {
    ...place,
    incident_id: columns.incidentId,
    name: columns.name,
    name_folded: fold(columns.name),
    severity: columns.severity,
    severity_folded: fold(columns.severity),
    severity_rank: severityRank(columns.severity),
    status: columns.status,
    status_folded: fold(columns.status),
    assigned_to: columns.assignedTo,
    assigned_folded: columns.assignedTo === null ? null : fold(columns.assignedTo),
    classification: columns.classification,
    determination: columns.determination,
    alert_count: columns.alertCount,
    created_at: columns.createdAt,
    updated_at: columns.updatedAt,
    redirect_incident_id: columns.redirectIncidentId,
    raw_index: columns.rawIndex,
  };
}

/** Columns of `incident` that a list shows, with those of its tenant and raw page. */
export const STORED_INCIDENT = [
  'tenant.tenant_id as tenantId',
  'tenant.display_name as tenantName',
  'raw_page.surface',
  'raw_page.read_at as readAt',
  'incident.incident_id as incidentId',
  'incident.name',
  'incident.severity',
  'incident.status',
  'incident.assigned_to as assignedTo',
  'incident.classification',
  'incident.determination',
  'incident.alert_count as alertCount',
  'incident.created_at as createdAt',
  'incident.updated_at as updatedAt',
  'incident.redirect_incident_id as redirectIncidentId',
  'incident.raw_index as rawIndex',
] as const satisfies readonly `${string}${keyof StoredIncident}`[];
