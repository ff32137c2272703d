import { APP_ROLES, type AppRole, type Surface } from '../../../contract/permissions';
import type { Finding } from '../../../contract/registration';
import type { AcquireAnswer } from '../token-broker';
import { rolesOfPurpose } from './app-manifest';
import { isNotRequested } from './entra-numbers';
import type { Evidence } from './evidence';

/** Whether a token of the own tenant carries what the purpose needs, for each API; and what it carries beyond that. */
export function judgePermissions({ homeTokens, scopes, purpose }: Evidence): Finding[] {
  return homeTokens.flatMap(({ resource, answer }) => {
    const needed = rolesOfPurpose(purpose).filter((role) => role.resource === resource);
    const page = scopes.find((one) => one.resource === resource)?.verdict;
    const objection = page && 'objection' in page ? page.objection : null;
    if (!objection || !isNotRequested(objection)) return judgeToken(answer, resource, needed);
    return [{ code: 'notRequested', state: 'missing', resource, roles: needed.map(({ role }) => role), problem: objection }];
  });
}

function judgeToken(answer: AcquireAnswer, resource: Surface, needed: readonly AppRole[]): Finding[] {
  const problem = answer.ok ? answer.facts.problem : answer.problem;
  if (!answer.ok || problem) return [{ code: 'noAnswer', state: 'unknown', resource, problem }];
  const { roles, warnings } = answer.facts;
  if (warnings.includes('undecodable')) return [{ code: 'tokenUnreadable', state: 'unknown', resource }];
  const missing = needed.filter((role) => !isCovered(role, roles)).map(({ role }) => role);
  if (missing.length > 0) return [{ code: 'rolesMissing', state: 'missing', resource, roles: missing }];
  const wanted = needed.map(({ role }) => role);
  const beyond = roles.filter((role) => !wanted.includes(role));
  const findings: Finding[] = [{ code: 'rolesSeen', state: 'ok', resource, roles: roles.filter((role) => !beyond.includes(role)) }];
  if (beyond.length > 0) findings.push({ code: 'rolesBeyondPurpose', state: 'ok', resource, roles: beyond });
  return findings;
}

/** Whether roles of a token allow all that a role allows: a greater one does as well. */
function isCovered({ resource, features }: AppRole, held: readonly string[]): boolean {
  const allowed = APP_ROLES.filter((role) => role.resource === resource && held.includes(role.role)).flatMap((role) => role.features);
  return features.every((feature) => allowed.includes(feature));
}
