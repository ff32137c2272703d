import { i18n } from '@lingui/core';
import type { ReportAnswer } from '../../../contract/report';

/** Customers named in a notice: more of them do not fit. */
const NAMED = 5;

/** What is to be said of reports that were written beside how many, what is worst first; empty: nothing. */
export function reportGaps({ failed, cancelled, notWhole }: Pick<ReportAnswer, 'failed' | 'cancelled' | 'notWhole'>): string {
  const gaps: string[] = [];
  if (failed.length > 0) {
    const named = failed.slice(0, NAMED).map(({ tenantName, detail }) => `${tenantName} (${detail})`);
    const more = failed.length - named.length;
    const names = [...named, ...(more > 0 ? [i18n.t('and {count} more', { count: more })] : [])].join(', ');
    gaps.push(i18n.t('{count} without one: {names}.', { count: failed.length, names }));
  }
  if (cancelled) gaps.push(i18n.t('Called off: the customers that were still to come have none.'));
  if (notWhole > 0)
    gaps.push(
      i18n.t('{count, plural, one {# customer was} other {# customers were}} not read whole lately: the reports say so.', {
        count: notWhole,
      }),
    );
  return gaps.join(' ');
}
