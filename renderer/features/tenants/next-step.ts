import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS, type ProblemCode } from '../../../contract/problem';
import type { TenantHealth } from '../../../contract/tenant';
import { problemWords } from '../common/problem-words';

/** What to do next about a tenant, short enough for a table; null when nothing. */
export function nextStep({ state, problem, lastAttemptAt }: TenantHealth): string | null {
  if (problem && GLOBAL_PROBLEMS.has(problem.code)) return i18n.t('Mend the partner app');
  switch (state) {
    case 'consentMissing':
      return i18n.t('Send the consent link');
    case 'noPermission':
      return i18n.t('Have the customer consent again');
    case 'notLicensed':
      return i18n.t('Ask the customer about the licence');
    case 'tokenWrong':
      return i18n.t('Get a new token');
    case 'throttled':
      return i18n.t('Wait');
    case 'partial':
    case 'stale':
      return i18n.t('Refresh');
    case 'neverAsked':
      return lastAttemptAt === undefined ? i18n.t('Get a token') : i18n.t('Read now');
    case 'failed':
      return problem ? failedStep(problem.code) : i18n.t('Refresh');
    case 'fresh':
      return null;
  }
}

function failedStep(code: ProblemCode): string {
  const { title, who } = problemWords(code);
  return who === 'nobody' ? i18n.t('Refresh') : i18n.t('{title}: see details', { title });
}
