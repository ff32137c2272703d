import type { Problem, ProblemCode } from '../../contract/problem';

/** Waits so long, or until the signal fires. Handed in, so that tests need not wait. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** The longest wait a service may ask for within one read; longer ones end the read and are said on the tenant. */
export const LONGEST_WAIT_MS = 90_000;
const MAX_WAITS = 3;
const MAX_RETRIES = 2;
const BACK_OFF_MS = 1000;
/** Asking again may mend these. */
export const TRANSIENT: ReadonlySet<ProblemCode> = new Set(['serviceError', 'timeout', 'unreachable']);

export type Attempt<T> =
  | { ok: true; value: T }
  | { ok: false; problem: Problem /** Less of it may be given (`PageResult`). */; tooMuch?: boolean };

export interface RetryParts {
  now(): number;
  delay: Delay;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** Faults are not tried again; a service that refuses for its limits has done nothing, and is. */
  once?: boolean;
}

/**
 * Runs a request until it succeeds, or fails in a way that asking again will not mend. Throttled: waits as told while that is
 * short. Server faults, time-outs and cut connections: twice more, with growing pauses. Jitter keeps tenants apart.
 */
export async function withRetries<T>(request: () => Promise<Attempt<T>>, signal: AbortSignal, parts: RetryParts): Promise<Attempt<T>> {
  let retries = 0;
  let waits = 0;
  for (;;) {
    const attempt = await request();
    if (attempt.ok || signal.aborted) return attempt;
    const { problem } = attempt;
    const asked = problem.retryAt === undefined ? 0 : Math.max(0, problem.retryAt - parts.now());
    if (asked > LONGEST_WAIT_MS) return attempt;
    const jitter = parts.random() * 500;
    if (problem.code === 'throttled') {
      if (waits >= MAX_WAITS) return attempt;
      waits += 1;
      await parts.delay(asked + jitter, signal);
    } else if (TRANSIENT.has(problem.code)) {
      if (parts.once || retries >= MAX_RETRIES) return attempt;
      await parts.delay(Math.max(asked, BACK_OFF_MS * 3 ** retries) + jitter, signal);
      retries += 1;
    } else {
      return attempt;
    }
    if (signal.aborted) return attempt;
  }
}

/** The real delay: ends early, without throwing, when the signal fires. */
export const delay: Delay = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
