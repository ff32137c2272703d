import { i18n } from '@lingui/core';
import { API_REFUSALS } from '../../../contract/api-refusals';
import type { Diagnosis } from '../../../contract/diagnosis';
import { entraRow } from '../../../contract/entra-codes';
import type { Problem } from '../../../contract/problem';
import { problemWords, type ProblemWords } from './problem-words';

/** What is known of a problem beyond its kind: the words of its AADSTS number or of its refusal, where there are any. */
export function diagnosisOf({ code, aadsts, refusal }: Pick<Problem, 'code' | 'aadsts' | 'refusal'>): Diagnosis | null {
  const found = aadsts === undefined ? refusal && API_REFUSALS[refusal] : entraRow(aadsts);
  // A number says nothing of a problem that was found afterwards, such as a token of another tenant.
  return found?.code === code ? found : null;
}

/** A problem in words: the particular ones where there are any, else those of its kind. */
export function diagnose(problem: Problem): ProblemWords {
  const { title, ...general } = problemWords(problem.code);
  const found = diagnosisOf(problem);
  if (!found) return { title, ...general };
  return { title, who: found.who, cause: i18n.t(found.cause), nextStep: i18n.t(found.nextStep) };
}
