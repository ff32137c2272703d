import { z } from 'zod';
import type { Problem, ProblemCode } from '../../contract/problem';
import { ENTRA_CATALOGUE } from './entra-catalogue';
import { foreignText } from './foreign-text';
import { looksLikeHtml, textOf } from './read-body';
import { retryInstant, waitOfHeader } from './throttle';
import type { Answer } from './transport';

const optionalText = z.string().optional().catch(undefined);
const entraBody = z.looseObject({
  error: optionalText,
  error_description: optionalText,
  error_codes: z.array(z.coerce.number()).catch([]),
  trace_id: optionalText,
  correlation_id: optionalText,
  timestamp: optionalText,
});

/** Ids are GUIDs, OAuth's words are short. */
const LONGEST_WORD = 100;

/** An error of Entra's token, metadata and consent endpoints, taken apart. */
export interface EntraError {
  /** OAuth's word: `invalid_client`, `invalid_grant`… */
  error: string;
  /** The description without the ids that follow it. */
  message: string;
  /** AADSTS numbers, those of the list first. */
  numbers: number[];
  traceId?: string;
  correlationId?: string;
  timestamp?: string;
}

/**
 * Takes an error body apart. Trace and correlation ids stand behind line breaks in older answers and behind spaces in newer
 * ones, as fields of the body in most. Null: not an error body of Entra.
 */
export function readEntraError(bodyText: string): EntraError | null {
  let json: unknown;
  try {
    json = JSON.parse(bodyText);
  } catch {
    return null;
  }
  const parsed = entraBody.safeParse(json);
  if (!parsed.success || (parsed.data.error === undefined && parsed.data.error_description === undefined)) return null;
  const { error_description, error_codes: codes } = parsed.data;
  const description = foreignText(error_description ?? '');
  const [error, trace_id, correlation_id, timestamp] = [
    parsed.data.error,
    parsed.data.trace_id,
    parsed.data.correlation_id,
    parsed.data.timestamp,
  ].map((text) => text && foreignText(text, LONGEST_WORD));
  const numbers = [...codes, ...[...description.matchAll(/AADSTS(\d+)/g)].map((match) => Number(match[1]))];
  return {
    error: error ?? '',
    message: description.replace(/ ?Trace ID: \S+.*$/, '') || (error ?? ''),
    numbers: [...new Set(numbers.filter((number) => Number.isSafeInteger(number) && number > 0))],
    traceId: trace_id ?? /Trace ID: (\S+)/.exec(description)?.[1],
    correlationId: correlation_id ?? /Correlation ID: (\S+)/.exec(description)?.[1],
    timestamp: timestamp ?? /Timestamp: (.+?Z)/.exec(description)?.[1],
  };
}

/** What an error answer of Entra means. In: any answer of a login host that is not the success asked for. */
export function entraProblem(answer: Answer, now: number): Problem {
  const bodyText = textOf(answer.bytes);
  const base = { at: now, httpStatus: answer.status };
  const error = readEntraError(bodyText);
  const code = error ? codeOf(error, answer.status) : codeOfStatus(answer.status);
  const problem: Problem = { ...base, code };
  if (error) {
    const aadsts = error.numbers.find((number) => ENTRA_CATALOGUE.has(number)) ?? error.numbers[0];
    if (aadsts !== undefined) problem.aadsts = aadsts;
    problem.detail = error.message;
    if (error.traceId) problem.traceId = error.traceId;
    if (error.correlationId) problem.correlationId = error.correlationId;
  } else {
    problem.detail = looksLikeHtml(bodyText)
      ? 'A web page came back instead of an answer of the login service.'
      : 'The answer is not one of the login service.';
  }
  if (code === 'throttled') problem.retryAt = retryInstant(answer.headers, bodyText, now);
  else if (code === 'serviceError' && waitOfHeader(answer.headers, now) !== null) problem.retryAt = retryInstant(answer.headers, '', now);
  return problem;
}

function codeOf(error: EntraError, status: number): ProblemCode {
  if (status === 429) return 'throttled';
  for (const number of error.numbers) {
    const code = ENTRA_CATALOGUE.get(number);
    if (code) return code;
  }
  if (status >= 500 || error.error === 'temporarily_unavailable' || error.error === 'server_error') return 'serviceError';
  return error.error === 'consent_required' ? 'consentMissing' : 'unknownEntra';
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 429) return 'throttled';
  return status >= 500 ? 'serviceError' : 'unreadable';
}
