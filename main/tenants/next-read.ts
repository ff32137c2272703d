import type { Instant } from '../../contract/ids';
import { GLOBAL_PROBLEMS, type Problem } from '../../contract/problem';
import type { SyncSchedule } from '../../contract/sync-schedule';
import type { StoredTenant } from '../store/store-port';

const MINUTE_MS = 60_000;
/** A tenant that keeps failing is tried again at least so often. */
const LONGEST_WAIT_MS = 4 * 60 * MINUTE_MS;
/** How much longer than said a wait may be, so that tenants do not all come at once; the same for a tenant every time. */
const JITTER = 0.1;

export interface NextReadParts {
  schedule: SyncSchedule;
  now: Instant;
  /** When it was last begun to be read, where its end may be noted nowhere. */
  begunAt?: Instant;
  /** Since when nothing is known against the credential it is read with; null: it is refused. */
  goodSince?: Instant | null;
}

/**
 * When a tenant is read by itself; null: never. One that fails waits as long again as it has been failing, which doubles from try to try, up to four hours;
 * never less than its pace or than the service asked for. A refused credential of a partner app is no failure of the tenant and lengthens nothing: one that
 * failed for it is read as soon as it is mended. A token is no read, and puts none off.
 */
export function nextReadAt(tenant: StoredTenant, { schedule, now, begunAt = 0, goodSince = null }: NextReadParts): Instant | null {
  const { tenantId, profile, problem, problemSince, lastAttemptAt, lastCompleteAt, addedAt } = tenant;
  if (schedule.pausedAt !== null || schedule.pausedTenants[tenantId] !== undefined) return null;
  const every = paceOf(profile.group, schedule) * MINUTE_MS;
  if (every === 0) return null;
  const refused = failedForCredential(tenant);
  if (refused && goodSince !== null && goodSince > Math.max(refused.at, begunAt)) return goodSince;
  const ended = (problem ? lastAttemptAt : lastCompleteAt) ?? addedAt;
  // A clock that was set back must not put off a read for long.
  const last = Math.min(Math.max(ended, begunAt), now);
  // Where only an incident that others were merged into is missing, the list was read.
  const failing = problem && !refused && problem.code !== 'targetUnread' ? Math.max(0, last - (problemSince ?? problem.at)) : 0;
  const wait = Math.max(every, Math.min(failing, LONGEST_WAIT_MS));
  return Math.max(Math.round(last + wait * (1 + JITTER * spread(tenantId))), problem?.retryAt ?? 0);
}

/** The refusal of a partner app's credential that ended the last read; null: none did. */
export function failedForCredential({ problem }: Pick<StoredTenant, 'problem'>): Problem | null {
  return problem && GLOBAL_PROBLEMS.has(problem.code) ? problem : null;
}

/** Minutes between two reads. */
function paceOf(group: string, { groups, everyMinutes }: SyncSchedule): number {
  return (Object.hasOwn(groups, group) ? groups[group] : undefined) ?? everyMinutes;
}

/** 0 ≤ x < 1, from the ID. */
function spread(tenantId: string): number {
  return Number.parseInt(tenantId.slice(0, 6), 16) / 0x1_00_00_00 || 0;
}
