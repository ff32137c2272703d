import type { HuntingReason, HuntingReasonCode } from '../../contract/hunting';
import type { Problem } from '../../contract/problem';

/** What a text of the service tells of a query. Sources: "Handle advanced hunting errors" and "Quotas" (Microsoft Learn), field reports. */
const TEXTS: readonly { pattern: RegExp; code: HuntingReasonCode }[] = [
  { pattern: /exceeded processing resources allocated/i, code: 'cpuQuota' },
  { pattern: /exceeded the allowed result size|result(?: set)? (?:size )?exceed/i, code: 'tooLarge' },
  { pattern: /exceeds the allowed size limit when processed/i, code: 'queryTooBig' },
  { pattern: /exceeded the timeout period|query (?:execution )?timed? ?out/i, code: 'timeout' },
  { pattern: /excessive resource consumption|query stopped/i, code: 'tooHeavy' },
  { pattern: /failed to resolve (?:table|entity|table or column)(?: expression)? named/i, code: 'missingTable' },
  { pattern: /failed to resolve/i, code: 'semantic' },
  { pattern: /recognition error|syntax error|SYN\d{4}|could not be parsed/i, code: 'syntax' },
  { pattern: /'\w+' operator:|semantic error|SEM\d{4}/i, code: 'semantic' },
];

/** Asking again at once brings the same, and costs the tenant its processing time. */
const FINAL: ReadonlySet<HuntingReasonCode> = new Set([
  'tooLarge',
  'queryTooBig',
  'timeout',
  'tooHeavy',
  'missingTable',
  'semantic',
  'syntax',
]);

/** Why a request in a tenant failed, in the terms of hunting. */
export function reasonOf(problem: Problem): HuntingReason {
  const { detail = '' } = problem;
  const code = problem.httpStatus === undefined ? undefined : TEXTS.find(({ pattern }) => pattern.test(detail))?.code;
  const base = problem.detail === undefined ? {} : { detail: problem.detail };
  const later = problem.retryAt === undefined ? {} : { retryAt: problem.retryAt };
  if (code) return { ...base, ...later, code, ...placeIn(detail), ...nameIn(detail), problem };
  if (problem.code === 'throttled') return { ...base, ...later, code: 'throttled', problem };
  if (problem.code === 'timeout') return { ...base, code: 'timeout', problem };
  return { ...base, ...later, code: 'problem', problem };
}

/** A refusal that another try does not mend is none of the network's weather, whatever its status. */
export function settled(problem: Problem): Problem {
  return FINAL.has(reasonOf(problem).code) && problem.code !== 'unreachable' ? { ...problem, code: 'refused' } : problem;
}

/** "line 2, position 8", "[line:position=2:8]", "Line=2, Column=8". */
function placeIn(text: string): Pick<HuntingReason, 'line' | 'column'> {
  const found =
    /line:position\s*=\s*(\d+):(\d+)/i.exec(text) ??
    /line\s*[=:]?\s*(\d+)\s*[,;]?\s*(?:position|column|col|char)\s*[=:]?\s*(\d+)/i.exec(text);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : {};
}

function nameIn(text: string): Pick<HuntingReason, 'name'> {
  const name = /named\s+'([^']{1,200})'/i.exec(text)?.[1];
  return name === undefined ? {} : { name };
}
