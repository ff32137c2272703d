import type { Finding } from '../../../contract/registration';
import { GLOBAL_PROBLEMS, type Problem } from '../../../contract/problem';
import { isAppNotFound, isNotInTenant } from './entra-numbers';
import type { Evidence } from './evidence';

/** Whether the IDs typed in are those of an app in the partner's own tenant. */
export function judgeApplication({ homeTokens, clientId, anyOrganisation, scopes }: Evidence): Finding[] {
  const answers = homeTokens.map(({ answer }) => answer);
  const token = answers.find((answer) => answer.ok);
  if (token?.ok) {
    const { appId, problem } = token.facts;
    if (problem) return [{ code: 'noAnswer', state: 'unknown', problem }];
    if (appId === undefined) return [{ code: 'tokenUnreadable', state: 'unknown' }];
    return appId.toLowerCase() === clientId ? [{ code: 'appSeen', state: 'ok' }] : [{ code: 'anotherApp', state: 'missing' }];
  }
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  const absent =
    problems.find(isAppNotFound) ?? [anyOrganisation, ...scopes.map(({ verdict }) => verdict)].flatMap(objectionOf).find(isAppNotFound);
  if (absent) return [{ code: 'appNotFound', state: 'missing', problem: absent }];
  const [first] = problems;
  if (!first) return [];
  if (isNotInTenant(first)) return [{ code: 'notInHomeTenant', state: 'missing', problem: first }];
  if (first.code === 'tenantNotFound') return [{ code: 'homeTenantNotFound', state: 'missing', problem: first }];
  return [{ code: 'noAnswer', state: 'unknown', problem: first }];
}

/** Whether Entra took the secret or certificate. The other refusals of a token say nothing about it. */
export function judgeCredential({ homeTokens, customerTokens }: Evidence): Finding[] {
  const answers = [...homeTokens, ...customerTokens].map(({ answer }) => answer);
  if (answers.some((answer) => answer.ok)) return [{ code: 'credentialAccepted', state: 'ok' }];
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  const own = problems.find(({ code }) => GLOBAL_PROBLEMS.has(code) && code !== 'registrationFault');
  if (!own) return problems.slice(0, 1).map((problem) => ({ code: 'noAnswer', state: 'unknown', problem }));
  return [refusal(own)];
}

function refusal(problem: Problem): Finding {
  switch (problem.code) {
    case 'credentialMissing':
      return { code: 'credentialNotEntered', state: 'missing', problem };
    case 'credentialWrong':
      return { code: 'secretRefused', state: 'missing', problem };
    case 'credentialExpired':
      return { code: 'secretExpired', state: 'missing', problem };
    case 'signInNeeded':
    case 'keychainLocked':
    case 'keychainUnavailable':
      return { code: 'noAnswer', state: 'unknown', problem };
    default:
      return { code: 'credentialRefused', state: 'missing', problem };
  }
}

function objectionOf(verdict: Evidence['anyOrganisation']): Problem[] {
  return 'objection' in verdict && verdict.objection ? [verdict.objection] : [];
}
