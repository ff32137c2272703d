import { randomUUID } from 'node:crypto';

/** A refusal of the sign-in service: number, OAuth error and text without the "AADSTS" in front. */
export interface StsError {
  code: number;
  error: string;
  text: string;
  status: 400 | 401;
  /** Conditional Access adds these two. */
  suberror?: string;
  claims?: string;
}

/** Refusals whose text goes on with line breaks rather than spaces before the trace ID; both forms are in use. */
const LINE_BREAKS = new Set([7000215, 70011, 900023, 900144, 900561]);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `2016-01-09 02:02:12Z`. */
function stamp(): string {
  return `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** The description as it stands in bodies and redirects. */
export function describe(error: StsError, traceId: string, correlationId: string, timestamp = stamp()): string {
  const gap = LINE_BREAKS.has(error.code) ? '\r\n' : ' ';
  return [`AADSTS${error.code}: ${error.text}`, `Trace ID: ${traceId}`, `Correlation ID: ${correlationId}`, `Timestamp: ${timestamp}`].join(
    gap,
  );
}

/** A correlation ID of the client's own is given back. */
export function correlationOf(request: Request): string {
  const own = request.headers.get('client-request-id') ?? '';
  return GUID.test(own) ? own.toLowerCase() : randomUUID();
}

/** The error body of token and metadata endpoints. */
export function stsErrorBody(error: StsError, correlationId: string, base: string): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = stamp();
  return {
    error: error.error,
    error_description: describe(error, traceId, correlationId, timestamp),
    error_codes: [error.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${base}/error?code=${error.code}`,
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
}
