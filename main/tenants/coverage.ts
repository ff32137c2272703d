import type { Coverage, TenantHealth, TenantState } from '../../contract/tenant';

/** How much of the given tenants a list or count speaks for. */
export function coverageOf(healths: readonly TenantHealth[]): Coverage {
  const byState: Partial<Record<TenantState, number>> = {};
  for (const { state } of healths) byState[state] = (byState[state] ?? 0) + 1;
  const complete = healths.flatMap(({ lastCompleteAt }) => (lastCompleteAt === undefined ? [] : [lastCompleteAt]));
  const oldest = complete.reduce((min, at) => Math.min(min, at), Number.POSITIVE_INFINITY);
  return { total: healths.length, byState, ...(complete.length === 0 ? {} : { oldestCompleteAt: oldest }) };
}
