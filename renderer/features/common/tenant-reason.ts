import { i18n } from '@lingui/core';
import { GLOBAL_PROBLEMS } from '../../../contract/problem';
import type { TenantHealth } from '../../../contract/tenant';
import { problemShort } from './problem-words';
import { stateWords } from './state-words';

/** What stands for a problem of the partner's own credential, which is said once, at the top of the window. */
export const SEE_NOTICE = /*i18n*/ 'Partner app: see the notice above';

/** Why a tenant is not fresh, short enough for a table or a chip. */
export function tenantReason({ state, problem }: TenantHealth): string {
  if (problem && GLOBAL_PROBLEMS.has(problem.code)) return i18n.t(SEE_NOTICE);
  if (state !== 'failed' || !problem) return stateWords(state).label;
  const short = problemShort(problem.code);
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** The reason inside a count: "2 unreachable". */
export function shortReason({ state, problem }: TenantHealth): string {
  if (problem && GLOBAL_PROBLEMS.has(problem.code)) return i18n.t('partner app');
  return state === 'failed' && problem ? problemShort(problem.code) : stateWords(state).short;
}
