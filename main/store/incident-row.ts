import { fold, severityRank } from './fold';
import type { Schema } from './schema';
import type { IncidentColumns, StoredIncident } from './store-port';

/** Columns of `incident` that are written, in the order of `incidentValues`. */
export const WRITTEN_COLUMNS = [
  'tenant_key',
  'raw_page_key',
  'incident_id',
  'name',
  'name_folded',
  'severity',
  'severity_folded',
  'severity_rank',
  'status',
  'status_folded',
  'assigned_to',
  'assigned_folded',
  'classification',
  'determination',
  'alert_count',
  'created_at',
  'updated_at',
  'redirect_incident_id',
  'raw_index',
] as const satisfies readonly (keyof Schema['incident'])[];

/** A row as the engine binds it, by position: an object with so many properties takes longer to make than the row to store. */
export function incidentValues(columns: IncidentColumns, tenantKey: number, rawPageKey: number): (string | number | null)[] {
  return [
    tenantKey,
    rawPageKey,
    columns.incidentId,
    columns.name,
    fold(columns.name),
    columns.severity,
    fold(columns.severity),
    severityRank(columns.severity),
    columns.status,
    fold(columns.status),
    columns.assignedTo,
    columns.assignedTo === null ? null : fold(columns.assignedTo),
    columns.classification,
    columns.determination,
    columns.alertCount,
    columns.createdAt,
    columns.updatedAt,
    columns.redirectIncidentId,
    columns.rawIndex,
  ];
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
