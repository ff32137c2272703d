import type { Problem } from '../../contract/problem';

/** A JSON Web Token, or the beginning of one (RFC 7519): a base64url header that begins with {" and at least one more part. */
const TOKEN_SHAPE = /\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g;
const HIDDEN = '•••';

/**
 * A problem whose words hold nothing of what was sent: a careless service may quote a header or a form back. In: what was sent; also hidden are
 * texts with the shape of a token, as a quote may be cut short.
 */
export function withoutSecrets(problem: Problem, sent: readonly string[]): Problem {
  const forms = sent.filter((secret) => secret !== '').flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const hide = (text: string): string => forms.reduce((shown, form) => shown.replaceAll(form, HIDDEN), text).replace(TOKEN_SHAPE, HIDDEN);
  const { detail, traceId, correlationId, missingRoles } = problem;
  return {
    ...problem,
    ...(detail === undefined ? {} : { detail: hide(detail) }),
    ...(traceId === undefined ? {} : { traceId: hide(traceId) }),
    ...(correlationId === undefined ? {} : { correlationId: hide(correlationId) }),
    ...(missingRoles === undefined ? {} : { missingRoles: missingRoles.map(hide) }),
  };
}
