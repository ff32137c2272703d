import type { Instant, TenantId } from '../../../contract/ids';
import { NOT_OPEN } from '../../../contract/incident-filter';
import { useApp } from '../../store/app-store';
import { type IncidentFilter, NEWEST_FIRST } from '../../store/incident-filter';

const DAY_MS = 86_400_000;

/** Opens the queue narrowed down to what a number was about. */
export function toQueue(tenantId: TenantId | null, filter: Partial<IncidentFilter>): void {
  const { setFilter, go } = useApp.getState();
  setFilter({ ...NEWEST_FIRST, ...filter });
  go({ page: 'incidents', tenantId, incident: null });
}

export function toOpen(tenantId: TenantId | null, severity: string | null = null): void {
  toQueue(tenantId, { exceptStatuses: [...NOT_OPEN], severities: severity === null ? [] : [severity] });
}

/** What was open at the end of the day (UTC) that begins at a moment. */
export function toOpenOn(day: Instant, severity: string | null): void {
  toQueue(null, { openAt: day + DAY_MS, severities: severity === null ? [] : [severity], sort: 'createdAt' });
}

export function toUnassigned(): void {
  toQueue(null, { exceptStatuses: [...NOT_OPEN], assignees: [''], sort: 'createdAt', descending: false });
}

/** What was created since a moment, done or not; those that were merged into another one are not counted, and not shown. */
export function toNew(createdFrom: Instant): void {
  toQueue(null, { exceptStatuses: ['redirected'], createdFrom, sort: 'createdAt' });
}

export function toResolved(tenantId: TenantId | null, resolvedFrom: Instant): void {
  toQueue(tenantId, { resolvedFrom });
}
