import type { Coverage, Tenant, TenantState } from '../../../contract/tenant';
import { stateWords } from './state-words';

/** States in which the last attempt ended badly and somebody has to act. */
const FAILED: readonly TenantState[] = ['consentMissing', 'noPermission', 'notLicensed', 'tokenWrong', 'failed'];
/** States in which rows may be missing or old, without a failure to mend. */
const BEHIND: readonly TenantState[] = ['throttled', 'partial', 'stale', 'neverAsked'];

/**
 * How much of the customers a list speaks for, in one line:
 * "11 of 12 tenants fresh · 1 failed: consent missing". Never leaves a tenant out that is not fresh.
 */
export function coverageSentence({ total, byState }: Coverage): string {
  if (total === 0) return 'No tenants yet';
  const parts = [`${byState.fresh ?? 0} of ${total} ${total === 1 ? 'tenant' : 'tenants'} fresh`];
  const failed = failedPart(byState);
  if (failed) parts.push(failed);
  for (const state of BEHIND) {
    const count = byState[state] ?? 0;
    if (count > 0) parts.push(`${count} ${stateWords(state).short}`);
  }
  return parts.join(' · ');
}

/** Whether the list speaks for all its tenants, read lately. */
export function isWhole({ total, byState }: Coverage): boolean {
  return total > 0 && byState.fresh === total;
}

/** How many tenants of a coverage failed. */
export function failedCount({ byState }: Coverage): number {
  return FAILED.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
}

/** Whether a tenant counts as failed: it belongs in the list header. */
export function hasFailed({ health }: Tenant): boolean {
  return FAILED.includes(health.state);
}

/** The coverage of a list of tenants, for when the list itself has not answered yet. */
export function coverageOf(tenants: readonly Tenant[]): Coverage {
  const byState: Coverage['byState'] = {};
  let oldest: number | undefined;
  for (const { health } of tenants) {
    byState[health.state] = (byState[health.state] ?? 0) + 1;
    if (health.lastCompleteAt !== undefined) oldest = Math.min(oldest ?? health.lastCompleteAt, health.lastCompleteAt);
  }
  return { total: tenants.length, byState, ...(oldest === undefined ? {} : { oldestCompleteAt: oldest }) };
}

function failedPart(byState: Coverage['byState']): string | null {
  const present = FAILED.filter((state) => (byState[state] ?? 0) > 0);
  const [only] = present;
  if (only === undefined) return null;
  const sum = present.reduce((total, state) => total + (byState[state] ?? 0), 0);
  if (present.length === 1) return only === 'failed' ? `${sum} failed` : `${sum} failed: ${stateWords(only).short}`;
  return `${sum} failed: ${present.map((state) => `${byState[state]} ${stateWords(state).short}`).join(', ')}`;
}
