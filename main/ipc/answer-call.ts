import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type CallName, calls } from '../../contract/ipc';
import { type ErrorCode, type Result, resultOf } from '../../contract/result';
import type { Handlers } from './handlers';

export interface CallLog {
  warn(message: string, facts: Record<string, unknown>): void;
  error(message: string, facts: Record<string, unknown>): void;
}

/**
 * Answers one call of the page: checks name and input against the contract, runs the handler under a correlation id,
 * checks what it answered. Never throws; stacks stay in the log.
 */
export async function answerCall(handlers: Handlers, log: CallLog, name: unknown, input: unknown): Promise<Result<unknown>> {
  const correlationId = randomUUID();
  if (!isCallName(name)) {
    log.warn('call refused: no such call', { correlationId });
    return refusal('badInput', 'There is no such call', correlationId);
  }
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    log.warn('call refused: input does not fit the contract', {
      name,
      correlationId,
      issues: parsed.error.issues.map((issue) => issue.path.join('.')),
    });
    return refusal('badInput', `The input of ${name} is not of the agreed form`, correlationId);
  }
  try {
    const handler = handlers[name] as (value: unknown) => Promise<unknown>;
    const answer = answerOf(name).safeParse(envelope(await handler(parsed.data), correlationId));
    if (answer.success) return answer.data as Result<unknown>;
    log.error('answer does not fit the contract', {
      name,
      correlationId,
      issues: answer.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`),
    });
  } catch (error) {
    log.error('call failed', { name, correlationId, error });
  }
  return refusal('internal', `Something went wrong inside Tenantry (${correlationId})`, correlationId);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

const answers = new Map<CallName, z.ZodType>();

/** The form of a call's answers. Made once: making it takes longer than checking most answers. */
function answerOf(name: CallName): z.ZodType {
  const known = answers.get(name);
  if (known) return known;
  const made = resultOf<z.ZodType>(calls[name].output);
  answers.set(name, made);
  return made;
}

/** Codes after which the same call may well succeed. */
const RETRYABLE: ReadonlySet<string> = new Set<ErrorCode>(['problem', 'internal']);

function envelope(outcome: unknown, correlationId: string): unknown {
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) return outcome;
  if (outcome.ok === true) return outcome;
  const failure = outcome as { code?: string; message?: string; problem?: unknown };
  return {
    ok: false,
    error: {
      code: failure.code,
      message: failure.message,
      retryable: RETRYABLE.has(failure.code ?? ''),
      correlationId,
      problem: failure.problem,
    },
  };
}

function refusal(code: ErrorCode, message: string, correlationId: string): Result<never> {
  return { ok: false, error: { code, message, retryable: false, correlationId } };
}
