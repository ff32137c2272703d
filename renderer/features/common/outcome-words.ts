import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { SyncOutcome } from '../../../contract/sync';
import { problemWords } from './problem-words';
import { SEE_NOTICE } from './tenant-reason';

interface OutcomeWords {
  /** All tenants were read whole. */
  good: boolean;
  text: string;
  detail: string;
}

/** What came of a read, in a line and its reasons. Never says more than was read. */
export function outcomeWords(outcomes: readonly SyncOutcome[]): OutcomeWords {
  const complete = outcomes.filter(({ result }) => result === 'complete');
  const cancelled = outcomes.filter(({ result }) => result === 'cancelled');
  const short = outcomes.filter(({ result }) => result === 'failed' || result === 'partial');
  const read = outcomes.reduce((sum, { incidents }) => sum + incidents, 0);
  if (short.length === 0 && cancelled.length === 0) {
    const text =
      outcomes.length === 1
        ? i18n.t('{read, plural, one {# incident} other {# incidents}} read', { read })
        : i18n.t('{read, plural, one {# incident} other {# incidents}} read from {complete} tenants', { read, complete: complete.length });
    return { good: true, text, detail: '' };
  }
  return {
    good: false,
    text: i18n.t(
      '{complete} of {outcomes, plural, one {# tenant} other {# tenants}} read whole, {read, plural, one {# incident} other {# incidents}} read',
      {
        complete: complete.length,
        outcomes: outcomes.length,
        read,
      },
    ),
    detail: [...reasons(short), ...(cancelled.length > 0 ? [i18n.t('{cancelled} cancelled', { cancelled: cancelled.length })] : [])].join(
      ', ',
    ),
  };
}

/** "3 × Consent missing", most frequent first. */
function reasons(outcomes: readonly SyncOutcome[]): string[] {
  const counts = new Map<string, number>();
  for (const { problem, result } of outcomes) {
    const reason = reasonOf(problem, result);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} × ${reason}`);
}

function reasonOf(problem: SyncOutcome['problem'], result: SyncOutcome['result']): string {
  if (!problem) return result === 'partial' ? i18n.t('Partly read') : i18n.t('Failed');
  return GLOBAL_PROBLEMS.has(problem.code) ? i18n.t(SEE_NOTICE) : problemWords(problem.code).title;
}
