import type { Instant, TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { type IncidentFilter, NEWEST_FIRST } from '../../store/incident-filter';

/** Statuses of incidents that are not done, lower-cased. */
const OPEN = ['active', 'inprogress', 'awaitingaction'];

/** Opens the queue narrowed down to what a number was about. */
export function toQueue(tenantId: TenantId | null, filter: Partial<IncidentFilter>): void {
  const { setFilter, go } = useApp.getState();
  setFilter({ ...NEWEST_FIRST, ...filter });
  go({ page: 'incidents', tenantId, incident: null });
}

export function toOpen(tenantId: TenantId | null, severity: string | null = null): void {
  toQueue(tenantId, { statuses: OPEN, severities: severity === null ? [] : [severity] });
}

export function toUnassigned(): void {
  toQueue(null, { statuses: OPEN, assignees: [''], sort: 'createdAt', descending: false });
}

/** What was created since a moment, done or not; those that were merged into another one are not counted, and not shown. */
export function toNew(createdFrom: Instant): void {
  toQueue(null, { statuses: [...OPEN, 'resolved'], createdFrom, sort: 'createdAt' });
}

export function toResolved(tenantId: TenantId | null): void {
  toQueue(tenantId, { statuses: ['resolved'] });
}
