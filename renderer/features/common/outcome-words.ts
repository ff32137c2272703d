import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { SyncOutcome } from '../../../contract/sync';
import { counted } from './incident-words';
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
  const amount = `${counted(read)} ${read === 1 ? 'incident' : 'incidents'} read`;
  if (short.length === 0 && cancelled.length === 0) {
    const whole = outcomes.length === 1 ? '' : ` from ${complete.length} tenants`;
    return { good: true, text: `${amount}${whole}`, detail: '' };
  }
  return {
    good: false,
    text: `${complete.length} of ${outcomes.length} ${outcomes.length === 1 ? 'tenant' : 'tenants'} read whole, ${amount}`,
    detail: [...reasons(short), ...(cancelled.length > 0 ? [`${cancelled.length} cancelled`] : [])].join(', '),
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
  if (!problem) return result === 'partial' ? 'Partly read' : 'Failed';
  return GLOBAL_PROBLEMS.has(problem.code) ? SEE_NOTICE : problemWords(problem.code).title;
}
