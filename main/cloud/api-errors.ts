import type { Problem } from '../../contract/problem';
import { type ErrorBody, readErrorBody } from './error-body';
import { textOf } from './read-body';
import { retryInstant, waitOfHeader } from './throttle';
import type { Answer } from './transport';

const NOT_LICENSED = /not provisioned|no \w+ licen[cs]e|not licen[cs]ed|account mode is inactive/i;

/**
 * What a refusal of the Defender XDR API or of Graph means. In: an answer with a status other than 2xx.
 * Sources: "Common Microsoft Defender XDR REST API error codes" (Microsoft Learn) for the codes, field reports for the texts.
 * The service's words are kept as they are in `detail`.
 */
export function apiProblem(answer: Answer, readRoles: readonly string[], now: number): Problem {
  const bodyText = textOf(answer.bytes);
  const body = readErrorBody(bodyText);
  const base: Omit<Problem, 'code'> = { at: now, httpStatus: answer.status };
  const detail = [body.code, body.message].filter((part) => part !== '').join(': ');
  if (detail !== '') base.detail = detail;
  if (body.traceId) base.traceId = body.traceId;
  if (body.correlationId) base.correlationId = body.correlationId;
  const retryAfter = answer.headers.get('retry-after');

  if (answer.status === 429 || body.code === '429' || body.code === 'TooManyRequests') {
    return { ...base, code: 'throttled', retryAt: retryInstant(retryAfter, bodyText, now) };
  }
  if (answer.status >= 500) {
    const wait = waitOfHeader(retryAfter, now);
    return { ...base, code: 'serviceError', ...(wait === null ? {} : { retryAt: retryInstant(retryAfter, '', now) }) };
  }
  if (answer.status === 407) return { ...base, code: 'unreachable', detail: 'The proxy asks for a sign-in (HTTP 407).' };
  if (body.kind === 'html') return { ...base, code: 'unreadable' };
  if (answer.status === 401) return { ...base, code: unauthorized(body) };
  if (answer.status === 403) return forbidden(base, body, readRoles);
  return { ...base, code: 'refused' };
}

/** A 401 with a "reason of failure" speaks of the customer's subscription, not of the token. */
function unauthorized(body: ErrorBody): Problem['code'] {
  if (/reason of failure/i.test(body.message) && !/audience|token|expired|signature/i.test(body.message)) return 'notLicensed';
  if (NOT_LICENSED.test(body.message)) return 'notLicensed';
  return /audience/i.test(body.message) ? 'wrongAudience' : 'tokenRefused';
}

function forbidden(base: Omit<Problem, 'code'>, body: ErrorBody, readRoles: readonly string[]): Problem {
  if (body.code === 'DisabledFeature' || NOT_LICENSED.test(body.message)) return { ...base, code: 'notLicensed' };
  const named = rolesNamed(body.message);
  if (named.length > 0) return { ...base, code: 'rolesMissing', missingRoles: named };
  const generic = body.code === '' || /^(?:forbidden|accessdenied|authorization_requestdenied|unauthorized)$/i.test(body.code);
  return generic ? { ...base, code: 'rolesMissing', missingRoles: [...readRoles] } : { ...base, code: 'refused' };
}

/** "Missing application roles. API required roles: X,Y, application roles: A,B." → X, Y. */
export function rolesNamed(message: string): string[] {
  const list =
    /required (?:roles|scopes|permissions)\s*:\s*(.*?)(?:,?\s*(?:application roles|application permissions|scopes|user roles)\b|\.?\s*$)/is.exec(
      message,
    )?.[1] ?? '';
  const names = list.split(/[,;\s]+/).map((name) => name.replace(/\.$/, ''));
  return [...new Set(names.filter((name) => /^\w+(?:\.\w+)+$/.test(name)))];
}
