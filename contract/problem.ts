import { z } from 'zod';
import { API_REFUSAL_NAMES } from './api-refusals';
import { instant } from './ids';
import { type ProblemCode, problemCode } from './problem-code';

export { type ProblemCode, problemCode } from './problem-code';

/** Problems of the partner's own credential or registration: they hit every tenant alike and are shown once. */
export const GLOBAL_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'credentialWrong',
  'credentialExpired',
  'credentialRejected',
  'credentialMissing',
  'signInNeeded',
  'keychainLocked',
  'keychainUnavailable',
  'registrationFault',
]);

export const problem = z.object({
  code: problemCode,
  /** When it was seen. */
  at: instant,
  /** What the service said, word for word, never with a secret in it. Plain text, to be shown as text. */
  detail: z.string().optional(),
  /** Number behind "AADSTS", for example 7000229. */
  aadsts: z.number().int().optional(),
  /** Which refusal of an API it was, where it says something particular. A name of a later version is passed over. */
  refusal: z.enum(API_REFUSAL_NAMES).optional().catch(undefined),
  httpStatus: z.number().int().optional(),
  traceId: z.string().optional(),
  correlationId: z.string().optional(),
  /** Roles the call needs and the token lacks. Any one of them is enough. */
  missingRoles: z.array(z.string()).optional(),
  /** Not before this instant, where the service said so. */
  retryAt: instant.optional(),
});
export type Problem = z.infer<typeof problem>;
