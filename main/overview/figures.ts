import type { DayFigures, Overview, SeverityCounts, TenantFigures } from '../../contract/overview';
import type { Tenant } from '../../contract/tenant';
import type { StoredFigures, TenantReach } from '../store/figures/figures-port';

export const DAY_MS = 86_400_000;

/** The day, in days of UTC since 1970, a moment is in. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/**
 * What was open at the end of each day. It is counted back from what is open now: what began on later days is taken off, what was resolved on later days is
 * put back. So it fits today's numbers, and an incident that was opened again is open from its beginning.
 */
export function daysOf({ days, open }: Pick<StoredFigures, 'days' | 'open'>, { from, to }: { from: number; to: number }): DayFigures[] {
  const now = sumOf(open);
  const byDay = new Map<number, StoredFigures['days']>();
  for (const one of days) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  // Clocks that run ahead put incidents on days that have not come: they are of today.
  for (const one of days) if (one.day > to) byDay.set(to, [...(byDay.get(to) ?? []), one]);
  const figures: DayFigures[] = [];
  for (let day = to; day >= from; day -= 1) {
    const changes = byDay.get(day) ?? [];
    const sum = (of: 'opened' | 'resolved') => changes.reduce((total, change) => total + change[of], 0);
    figures.push({ at: day * DAY_MS, open: positive(now), opened: sum('opened'), resolved: sum('resolved') });
    for (const { severity, opened, resolved } of changes) now[severity] = (now[severity] ?? 0) - opened + resolved;
  }
  return figures.toReversed();
}

/** Every tenant of the list, in its order, with zeros where nothing is stored. */
export function tenantsOf({ open, tenants }: Pick<StoredFigures, 'open' | 'tenants'>, listed: readonly Tenant[]): TenantFigures[] {
  const found = new Map(tenants.map((one) => [one.tenantId, one]));
  const openOf = new Map<string, StoredFigures['open']>();
  for (const one of open) openOf.set(one.tenantId, [...(openOf.get(one.tenantId) ?? []), one]);
  return listed.map(({ tenantId, displayName, health }) => {
    const own = openOf.get(tenantId) ?? [];
    const counts = found.get(tenantId) ?? { opened: 0, resolved: 0, timed: 0, resolveMs: 0 };
    return {
      tenantId,
      tenantName: displayName,
      tenantState: health.state,
      lastCompleteAt: health.lastCompleteAt ?? null,
      open: positive(sumOf(own)),
      unassigned: own.reduce((sum, { unassigned }) => sum + unassigned, 0),
      opened: counts.opened,
      resolved: counts.resolved,
      timed: counts.timed,
      meanResolveMs: meanOf(counts),
    };
  });
}

/** All tenants as one. The mean is over incidents, not over tenants. */
export function totalOf({ open, tenants }: Pick<StoredFigures, 'open' | 'tenants'>): Overview['total'] {
  const sum = { opened: 0, resolved: 0, timed: 0, resolveMs: 0 };
  for (const { opened, resolved, timed, resolveMs } of tenants) {
    sum.opened += opened;
    sum.resolved += resolved;
    sum.timed += timed;
    sum.resolveMs += resolveMs;
  }
  const { resolveMs: _resolveMs, ...counts } = sum;
  return {
    ...counts,
    meanResolveMs: meanOf(sum),
    open: positive(sumOf(open)),
    unassigned: open.reduce((total, { unassigned }) => total + unassigned, 0),
  };
}

/**
 * Since when everything is known of all these tenants: as far back as each was read, and nothing of it was removed since. Where it is not noted how far a first
 * read went, from when the tenant came. Null: without an end.
 */
export function knownFrom(
  tenants: readonly Pick<Tenant, 'tenantId' | 'addedAt'>[],
  reach: readonly TenantReach[],
  { windowDays, now }: { windowDays: number | null; now: number },
): number | null {
  const found = new Map(reach.map((one) => [one.tenantId, one]));
  const latest = tenants.reduce((sofar, { tenantId, addedAt }) => {
    const { readFrom = null, removedBefore = null, keepDays = 0 } = found.get(tenantId) ?? {};
    const read = readFrom ?? (windowDays === null ? 0 : addedAt - windowDays * DAY_MS);
    return Math.max(sofar, read, removedBefore ?? 0, keepDays === 0 ? 0 : now - keepDays * DAY_MS);
  }, 0);
  return latest === 0 ? null : latest;
}

function meanOf({ timed, resolveMs }: { timed: number; resolveMs: number }): number | null {
  return timed > 0 ? resolveMs / timed : null;
}

function sumOf(open: StoredFigures['open']): SeverityCounts {
  const sums: SeverityCounts = {};
  for (const { severity, incidents } of open) sums[severity] = (sums[severity] ?? 0) + incidents;
  return sums;
}

function positive(counts: Readonly<SeverityCounts>): SeverityCounts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
