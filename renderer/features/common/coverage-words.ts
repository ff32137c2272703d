import { i18n } from '@lingui/core';
import type { Coverage, Tenant, TenantState } from '../../../contract/tenant';
import { stateWords } from './state-words';
import { shortReason } from './tenant-reason';

/** States in which the last attempt ended badly and somebody has to act. */
const FAILED: readonly TenantState[] = ['consentMissing', 'noPermission', 'notLicensed', 'tokenWrong', 'failed'];
/** States in which rows may be missing or old, without a failure to mend. */
const BEHIND: readonly TenantState[] = ['throttled', 'partial', 'stale', 'neverAsked'];

/**
 * How much of the customers a list speaks for, in one line: "11 of 12 tenants fresh · 1 failed: consent missing".
 * Never leaves a tenant out that is not fresh. `tenants` are those of the coverage: they know why a read failed.
 */
export function coverageSentence(coverage: Coverage, tenants: readonly Tenant[] = []): string {
  const { total, byState } = coverage;
  // There may be none yet, or none of those a filter names.
  if (total === 0) return i18n.t('Speaks for no tenant');
  const parts = [i18n.t('{fresh} of {total, plural, one {# tenant} other {# tenants}} fresh', { fresh: byState.fresh ?? 0, total })];
  const failed = failedCount(coverage);
  if (failed > 0) parts.push(i18n.t('{failed} failed{reasonsOf}', { failed, reasonsOf: reasonsOf(byState, tenants) }));
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

/** ": consent missing", or with counts when there are several reasons, most frequent first. */
function reasonsOf(byState: Coverage['byState'], tenants: readonly Tenant[]): string {
  const counts = new Map<string, number>();
  const count = (reason: string, by: number) => counts.set(reason, (counts.get(reason) ?? 0) + by);
  for (const state of FAILED) {
    const inState = tenants.filter(({ health }) => health.state === state);
    const total = byState[state] ?? 0;
    // While a read runs the list of tenants may be a moment ahead of the coverage: then the state's own words, with the coverage's number.
    if (inState.length === total) for (const { health } of inState) count(shortReason(health), 1);
    else if (total > 0) count(stateWords(state).short, total);
  }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (sorted.length === 1) return `: ${sorted[0]?.[0]}`;
  return `: ${sorted.map(([reason, by]) => `${by} ${reason}`).join(', ')}`;
}
