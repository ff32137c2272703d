import { GLOBAL_PROBLEMS, type ProblemCode } from '../../../contract/problem';
import type { TenantHealth } from '../../../contract/tenant';
import { problemWords } from '../common/problem-words';

/** What to do next about a tenant, short enough for a table; null when nothing. */
export function nextStep({ state, problem, lastAttemptAt }: TenantHealth): string | null {
  if (problem && GLOBAL_PROBLEMS.has(problem.code)) return 'Mend the partner app';
  switch (state) {
    case 'consentMissing':
      return 'Send the consent link';
    case 'noPermission':
      return 'Have the customer consent again';
    case 'notLicensed':
      return 'Ask the customer about the licence';
    case 'tokenWrong':
      return 'Get a new token';
    case 'throttled':
      return 'Wait';
    case 'partial':
    case 'stale':
      return 'Refresh';
    case 'neverAsked':
      return lastAttemptAt === undefined ? 'Get a token' : 'Read now';
    case 'failed':
      return problem ? failedStep(problem.code) : 'Refresh';
    case 'fresh':
      return null;
  }
}

function failedStep(code: ProblemCode): string {
  const { title, who } = problemWords(code);
  return who === 'nobody' ? 'Refresh' : `${title}: see details`;
}
