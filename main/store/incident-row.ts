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
  'tags',
  'comment_count',
  'raw_index',
  'listed_round',
  'unlisted_at',
] as const satisfies readonly (keyof Schema['incident'])[];

/** Status, folded, of an incident that was merged into another one. */
const REDIRECTED = 'redirected';
const RESOLVED = 'resolved';

/** Where a row lies: its tenant, the raw page it came in, and the round that listed it. */
export interface RowPlace {
  tenant: number;
  page: number;
  round: number;
}

/** A row as the engine binds it, by position: an object with so many properties takes longer to make than the row to store. */
export function incidentValues(columns: IncidentColumns, { tenant, page, round }: RowPlace): (string | number | null)[] {
  return [
    tenant,
    page,
    columns.incidentId,
    columns.name,
    fold(columns.name),
    columns.severity,
    fold(columns.severity),
    severityRank(columns.severity),
    columns.status,
    // One that was merged is not open beside the incident it went into, whatever its own status still says.
    columns.redirectIncidentId === null ? fold(columns.status) : REDIRECTED,
    columns.assignedTo,
    columns.assignedTo === null ? null : fold(columns.assignedTo),
    columns.classification,
    columns.determination,
    columns.alertCount,
    columns.createdAt,
    columns.updatedAt,
    columns.redirectIncidentId,
    columns.tags,
    columns.commentCount,
    columns.rawIndex,
    round,
    null,
  ];
}

/** When an incident that comes resolved was: its last change, as services say of an alert when it was resolved and not of an incident. Null: it is not. */
export function resolvedAtFirst({ status, redirectIncidentId, updatedAt, createdAt }: IncidentColumns): number | null {
  return redirectIncidentId === null && fold(status) === RESOLVED ? (updatedAt ?? createdAt ?? 0) : null;
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
  'incident.unlisted_at as unlistedAt',
  'incident.first_stored_at as firstStoredAt',
  'incident.changed_at as changedAt',
  'incident.looked_at as lookedAt',
] as const satisfies readonly `${string}${keyof StoredIncident}`[];
