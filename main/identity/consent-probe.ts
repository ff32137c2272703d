import type { ConsentProbe as ProbeState } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { Problem, ProblemCode } from '../../contract/problem';
import type { AcquireAnswer } from './token-broker';

/** Waits between attempts. After a consent Entra needs up to some minutes until every server knows it. */
export const PROBE_WAITS_MS: readonly number[] = [5_000, 15_000, 30_000, 60_000, 120_000];

/** What a consent just given looks like for a while, and weather. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'consentMissing',
  'rolesMissing',
  'throttled',
  'serviceError',
  'timeout',
  'unreachable',
]);

export interface ConsentProberParts {
  /** Asks Entra for a new token; null while there is no partner app. */
  acquire(tenantId: TenantId): Promise<AcquireAnswer | null>;
  /** The answer it ended with, so that the tenant's state follows. */
  onEnd(tenantId: TenantId, answer: AcquireAnswer): Promise<void>;
  onChange(tenantId: TenantId): void;
  now(): number;
  /** Resolves after the time, or at once when aborted. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Asks for a tenant's token after its consent was reported, gently and not for ever. One run per tenant; a new one replaces the old. */
export class ConsentProber {
  readonly #states = new Map<TenantId, ProbeState>();
  readonly #runs = new Map<TenantId, AbortController>();

  constructor(private readonly parts: ConsentProberParts) {}

  state(tenantId: TenantId): ProbeState | null {
    return this.#states.get(tenantId) ?? null;
  }

  /** Resolves when the run is over; nobody has to wait for it. */
  async start(tenantId: TenantId): Promise<void> {
    this.#runs.get(tenantId)?.abort();
    const run = new AbortController();
    this.#runs.set(tenantId, run);
    try {
      await this.#run(tenantId, run.signal);
    } catch (error) {
      if (!run.signal.aborted) this.#set(tenantId, { state: 'stopped', attempts: this.state(tenantId)?.attempts ?? 0 });
      throw error;
    }
    if (this.#runs.get(tenantId) === run) this.#runs.delete(tenantId);
  }

  cancel(tenantId: TenantId): void {
    const run = this.#runs.get(tenantId);
    if (!run) return;
    run.abort();
    this.#runs.delete(tenantId);
    this.#set(tenantId, { state: 'cancelled', attempts: this.state(tenantId)?.attempts ?? 0 });
  }

  /** The tenant leaves the list: nothing more is asked or known of it. */
  forget(tenantId: TenantId): void {
    this.#runs.get(tenantId)?.abort();
    this.#runs.delete(tenantId);
    this.#states.delete(tenantId);
  }

  /** Ends every run, and says nothing more. */
  close(): void {
    for (const run of this.#runs.values()) run.abort();
    this.#runs.clear();
  }

  async #run(tenantId: TenantId, signal: AbortSignal): Promise<void> {
    for (let attempts = 1; ; attempts += 1) {
      this.#set(tenantId, { state: 'asking', attempts });
      const answer = await this.parts.acquire(tenantId);
      if (signal.aborted) return;
      // The partner app was removed meanwhile.
      if (!answer) return this.#set(tenantId, { state: 'cancelled', attempts });
      const problem = problemOf(answer, this.parts.now());
      const pause = problem && PASSING.has(problem.code) ? PROBE_WAITS_MS[attempts - 1] : undefined;
      if (pause === undefined) return this.#end(tenantId, answer, { attempts, problem, signal });
      const nextAt = Math.max(this.parts.now() + pause, problem?.retryAt ?? 0);
      this.#set(tenantId, { state: 'waiting', attempts, nextAt, ...(problem ? { problem } : {}) });
      await (this.parts.wait ?? waited)(nextAt - this.parts.now(), signal);
      if (signal.aborted) return;
    }
  }

  async #end(
    tenantId: TenantId,
    answer: AcquireAnswer,
    { attempts, problem, signal }: { attempts: number; problem: Problem | null; signal: AbortSignal },
  ): Promise<void> {
    // The tenant's own state first: who sees the probe end finds it there.
    await this.parts.onEnd(tenantId, answer);
    if (signal.aborted) return;
    const ended = problem === null ? 'works' : PASSING.has(problem.code) ? 'gaveUp' : 'stopped';
    this.#set(tenantId, { state: ended, attempts, ...(problem ? { problem } : {}) });
  }

  #set(tenantId: TenantId, state: ProbeState): void {
    this.#states.set(tenantId, state);
    this.parts.onChange(tenantId);
  }
}

function problemOf(answer: AcquireAnswer, at: number): Problem | null {
  if (!answer.ok) return answer.problem;
  const { problem, missingRoles } = answer.facts;
  if (problem) return problem;
  return missingRoles.length > 0 ? { code: 'rolesMissing', at, missingRoles: [...missingRoles] } : null;
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
