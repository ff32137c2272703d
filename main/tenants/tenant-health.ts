import type { Instant } from '../../contract/ids';
import type { Problem, ProblemCode } from '../../contract/problem';
import type { TenantHealth, TenantState } from '../../contract/tenant';
import type { StoredTenant } from '../store/store-port';

/** How long a complete read counts as fresh. */
export const FRESH_MS = 15 * 60_000;
/** Clocks are set by a little now and then. */
const CLOCK_TOLERANCE_MS = 60_000;

const STATE_OF_PROBLEM: Partial<Record<ProblemCode, TenantState>> = {
  consentMissing: 'consentMissing',
  rolesMissing: 'noPermission',
  notLicensed: 'notLicensed',
  wrongTenantToken: 'tokenWrong',
  wrongAudience: 'tokenWrong',
  tokenRefused: 'tokenWrong',
};
/** Interruptions of a read that had begun well. */
const WEATHER: ReadonlySet<ProblemCode> = new Set([
  'throttled',
  'serviceError',
  'timeout',
  'unreachable',
  'proxySignIn',
  'tlsFailed',
  'unreadable',
  'refused',
  'storeFailed',
  'targetUnread',
]);

/**
 * The one visible state of a tenant. In: what is stored of it, and the moment. A failed attempt never hides behind older
 * data: the problem decides, `lastCompleteAt` only says how old the rows are.
 */
export function tenantHealth(stored: StoredTenant, { now, refreshing }: { now: number; refreshing: boolean }): TenantHealth {
  const { state, since } = stored.problem ? afterProblem(stored, stored.problem, now) : withoutProblem(stored, now);
  return {
    state,
    refreshing,
    ...(since === null ? {} : { since }),
    ...(stored.lastCompleteAt === null ? {} : { lastCompleteAt: stored.lastCompleteAt }),
    ...(stored.lastAttemptAt === null ? {} : { lastAttemptAt: stored.lastAttemptAt }),
    ...(stored.problem === null ? {} : { problem: stored.problem }),
    ...(stored.readOver === null ? {} : { readOver: stored.readOver }),
  };
}

/** The next moment at which time alone may make another state of one of these tenants; infinite: never. */
export function statesHoldUntil(tenants: readonly StoredTenant[], now: Instant): Instant {
  const moments = tenants.flatMap(({ lastCompleteAt, problem }) => [(lastCompleteAt ?? -FRESH_MS) + FRESH_MS, problem?.retryAt ?? 0]);
  return Math.min(...moments.filter((at) => at > now));
}

interface State {
  state: TenantState;
  since: number | null;
}

function withoutProblem({ lastCompleteAt, lastAttemptAt, incidentCount }: StoredTenant, now: number): State {
  // Rows without a whole read: the first one was cancelled, or Tenantry ended under it.
  if (lastCompleteAt === null) return incidentCount > 0 ? { state: 'partial', since: lastAttemptAt } : { state: 'neverAsked', since: null };
  const staleAt = lastCompleteAt + FRESH_MS;
  // A read of the future was dated by a wrong clock: how old its rows are is not known.
  if (lastCompleteAt > now + CLOCK_TOLERANCE_MS) return { state: 'stale', since: now };
  return now < staleAt ? { state: 'fresh', since: lastCompleteAt } : { state: 'stale', since: staleAt };
}

function afterProblem(stored: StoredTenant, problem: Problem, now: number): State {
  const since = stored.problemSince ?? problem.at;
  const waiting = problem.code === 'throttled' && now < (problem.retryAt ?? 0);
  if (waiting) return { state: 'throttled', since };
  if (stored.partial && WEATHER.has(problem.code)) return { state: 'partial', since: problem.at };
  // The wait is over and nobody asked again: what is stored is old, nothing more is known. Of a tenant that was never read whole nothing is.
  if (problem.code === 'throttled' && stored.lastCompleteAt !== null) return { state: 'stale', since: problem.retryAt ?? since };
  return { state: STATE_OF_PROBLEM[problem.code] ?? 'failed', since };
}
