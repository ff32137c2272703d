import { i18n } from '@lingui/core';
import type { HuntingRun, HuntingTenant, HuntingTenantState } from '../../../../contract/hunting';
import type { Tone } from '../../../ui/StateBadge';
import { reasonWords } from './reason-words';

export type RunCounts = Record<HuntingTenantState, number>;

export function countsOf(tenants: readonly HuntingTenant[]): RunCounts {
  const counts: RunCounts = { waiting: 0, running: 0, done: 0, partial: 0, failed: 0, cancelled: 0 };
  for (const { state } of tenants) counts[state] += 1;
  return counts;
}

/**
 * How much of the customers the rows speak for: "27 of 30 tenants whole · 3 failed: permission missing, no table DeviceInfo". No tenant that is not whole is
 * ever left out.
 */
export function runCoverage(run: HuntingRun): { tone: Tone; text: string } {
  const counts = countsOf(run.tenants);
  const total = run.tenants.length;
  const parts = [i18n.t('{done} of {total, plural, one {# tenant} other {# tenants}} whole', { done: counts.done, total })];
  const under = counts.waiting + counts.running;
  if (under > 0) parts.push(i18n.t('{under} under way', { under }));
  if (counts.failed > 0) parts.push(i18n.t('{failed} failed: {reasons}', { failed: counts.failed, reasons: reasonsOf(run, 'failed') }));
  if (counts.partial > 0)
    parts.push(i18n.t('{partial} not complete: {reasons}', { partial: counts.partial, reasons: reasonsOf(run, 'partial') }));
  if (counts.cancelled > 0) parts.push(i18n.t('{cancelled} cancelled', { cancelled: counts.cancelled }));
  return { tone: toneOf(counts, total), text: parts.join(' · ') };
}

function toneOf(counts: RunCounts, total: number): Tone {
  if (counts.failed > 0) return 'bad';
  if (counts.partial + counts.cancelled > 0) return 'warning';
  return counts.done === total ? 'good' : 'busy';
}

/** Each reason once, with its number where it is that of several, the most frequent first. */
function reasonsOf({ tenants }: HuntingRun, state: HuntingTenantState): string {
  const found = new Map<string, number>();
  for (const tenant of tenants) {
    if (tenant.state !== state) continue;
    const title = tenant.reason ? reasonWords(tenant.reason).title : i18n.t('no reason given');
    found.set(title, (found.get(title) ?? 0) + 1);
  }
  const sorted = [...found].toSorted((a, b) => b[1] - a[1]);
  return sorted.map(([title, count]) => (count > 1 ? i18n.t('{count} × {title}', { count, title }) : title)).join(', ');
}
