import { z } from 'zod';
import { problem } from './problem';

/** Why a call did not do what was asked. Each call names the codes it may answer with; `internal` and `badInput` may always come. */
export const errorCode = z.enum([
  'internal',
  'badInput',
  'notFound',
  'alreadyExists',
  'noPartnerApp',
  'cancelled',
  'storeClosed',
  'notSaved',
  'noClipboard',
  'notProven',
  'problem',
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const callError = z.object({
  code: errorCode,
  /** For logs and bug reports; the page shows its own words for `code`. */
  message: z.string(),
  retryable: z.boolean(),
  correlationId: z.string(),
  /** With `problem`: what the service or the keychain refused. */
  problem: problem.optional(),
});
export type CallError = z.infer<typeof callError>;

export type Result<T> = { ok: true; value: T } | { ok: false; error: CallError };

/** The envelope every IPC answer travels in. */
export function resultOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: callError })]);
}
