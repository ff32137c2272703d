import { API_REFUSALS, type ApiRefusal } from '../../contract/api-refusals';
import type { Problem } from '../../contract/problem';
import { type ErrorBody, readErrorBody } from './error-body';
import { textOf } from './read-body';
import { retryInstant, waitOfHeader } from './throttle';
import type { Answer } from './transport';

/**
 * What a refusal of the Defender XDR API or of Graph means. In: an answer with a status other than 2xx.
 * Sources: "Common Microsoft Defender XDR REST API error codes" (Microsoft Learn) for the codes, field reports for the texts.
 * The service's words are kept as they are in `detail`.
 */
export function apiProblem(answer: Answer, readRoles: readonly string[], now: number): Problem {
  const bodyText = textOf(answer.bytes);
  const body = readErrorBody(bodyText);
  const refusal = refusalOf(answer.status, body);
  const problem: Problem = { at: now, httpStatus: answer.status, code: refusal ? API_REFUSALS[refusal].code : 'refused' };
  if (refusal) problem.refusal = refusal;
  const detail = [body.code, body.message].filter((part) => part !== '').join(': ');
  if (detail !== '') problem.detail = detail;
  if (body.traceId) problem.traceId = body.traceId;
  if (body.correlationId) problem.correlationId = body.correlationId;
  if (refusal === 'quotaExceeded') problem.retryAt = retryInstant(answer.headers, bodyText, now);
  if (refusal === 'serverError' && waitOfHeader(answer.headers, now) !== null) problem.retryAt = retryInstant(answer.headers, '', now);
  if (refusal === 'missingRoles') {
    const named = rolesNamed(body.message);
    problem.missingRoles = named.length > 0 ? named : [...readRoles];
  }
  return problem;
}

/** Which of the refusals we have words for it is; undefined: shown as the service said it. */
function refusalOf(status: number, body: ErrorBody): ApiRefusal | undefined {
  if (status === 429 || body.code === '429' || body.code === 'TooManyRequests') return 'quotaExceeded';
  if (status >= 500) return 'serverError';
  if (body.kind === 'html') return 'webPage';
  if (status === 401) return unauthorized(body);
  if (status === 403) return forbidden(body);
  if (status === 404) return 'notFound';
  return /^(?:ODataError|InvalidInput|BadRequest|InvalidRequestBody|MissingRequiredParameter)$/i.test(body.code)
    ? 'queryRefused'
    : undefined;
}

const INACTIVE = /account mode is inactive/i;
const NOT_PROVISIONED = /not provisioned/i;
const NO_LICENCE = /no \w+ licen[cs]e|not licen[cs]ed/i;

/** What both a 401 and a 403 may say of the customer's subscription. */
function subscription({ message }: ErrorBody): ApiRefusal | undefined {
  if (INACTIVE.test(message)) return 'accountInactive';
  if (NOT_PROVISIONED.test(message)) return 'notProvisioned';
  return NO_LICENCE.test(message) ? 'noLicence' : undefined;
}

/** A 401 with a "reason of failure" speaks of the customer's subscription, not of the token. */
function unauthorized(body: ErrorBody): ApiRefusal {
  const said = subscription(body);
  if (said) return said;
  if (/reason of failure/i.test(body.message) && !/audience|token|expired|signature/i.test(body.message)) return 'accountInactive';
  return /audience/i.test(body.message) ? 'wrongAudience' : 'tokenNotAccepted';
}

function forbidden(body: ErrorBody): ApiRefusal | undefined {
  if (body.code === 'DisabledFeature') return 'featureDisabled';
  if (body.code === 'DisallowedOperation') return 'operationDisallowed';
  const said = subscription(body);
  if (said) return said;
  const generic = body.code === '' || /^(?:forbidden|accessdenied|authorization_requestdenied|unauthorized)$/i.test(body.code);
  return generic || rolesNamed(body.message).length > 0 ? 'missingRoles' : undefined;
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
