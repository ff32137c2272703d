import type { ConsentProbe as ProbeState } from '../../contract/consent';
import type { TenantId } from '../../contract/ids';
import type { PartnerAppId } from '../../contract/partner-app';
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
  'proxySignIn',
]);

export interface ConsentProberParts {
  /** Asks Entra for a new token of one app; null when the app is gone. */
  acquire(tenantId: TenantId, appId: PartnerAppId): Promise<AcquireAnswer | null>;
  /** The answer it ended with, so that the tenant's state follows. */
  onEnd(tenantId: TenantId, appId: PartnerAppId, answer: AcquireAnswer): Promise<void>;
  onChange(tenantId: TenantId): void;
  now(): number;
  /** Resolves after the time, or at once when aborted. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

interface Run {
  tenantId: TenantId;
  appId: PartnerAppId;
  control: AbortController;
}

const keyOf = (tenantId: TenantId, appId: PartnerAppId): string => `${tenantId} ${appId}`;

/** Asks for a tenant's token after its consent was reported, gently and not for ever. One run per tenant and app; a new one replaces the old. */
export class ConsentProber {
  readonly #states = new Map<string, ProbeState>();
  readonly #runs = new Map<string, Run>();

  constructor(private readonly parts: ConsentProberParts) {}

  state(tenantId: TenantId, appId: PartnerAppId): ProbeState | null {
    return this.#states.get(keyOf(tenantId, appId)) ?? null;
  }

  /** Resolves when the run is over; nobody has to wait for it. */
  async start(tenantId: TenantId, appId: PartnerAppId): Promise<void> {
    const key = keyOf(tenantId, appId);
    this.#runs.get(key)?.control.abort();
    const run: Run = { tenantId, appId, control: new AbortController() };
    this.#runs.set(key, run);
    try {
      await this.#run(run);
    } catch (error) {
      if (!run.control.signal.aborted) this.#set(run, { state: 'stopped', attempts: this.state(tenantId, appId)?.attempts ?? 0 });
      throw error;
    }
    if (this.#runs.get(key) === run) this.#runs.delete(key);
  }

  cancel(tenantId: TenantId, appId: PartnerAppId): void {
    const run = this.#runs.get(keyOf(tenantId, appId));
    if (!run) return;
    run.control.abort();
    this.#runs.delete(keyOf(tenantId, appId));
    this.#set(run, { state: 'cancelled', attempts: this.state(tenantId, appId)?.attempts ?? 0 });
  }

  /** The tenant leaves the list: nothing more is asked or known of it. */
  forget(tenantId: TenantId): void {
    for (const [key, run] of this.#runs) {
      if (run.tenantId !== tenantId) continue;
      run.control.abort();
      this.#runs.delete(key);
    }
    for (const key of this.#states.keys()) if (key.startsWith(`${tenantId} `)) this.#states.delete(key);
  }

  /** Ends every run, and says nothing more. */
  close(): void {
    for (const { control } of this.#runs.values()) control.abort();
    this.#runs.clear();
  }

  async #run(run: Run): Promise<void> {
    const { signal } = run.control;
    for (let attempts = 1; ; attempts += 1) {
      this.#set(run, { state: 'asking', attempts });
      const answer = await this.parts.acquire(run.tenantId, run.appId);
      if (signal.aborted) return;
      // The partner app was removed meanwhile.
      if (!answer) return this.#set(run, { state: 'cancelled', attempts });
      const problem = problemOf(answer, this.parts.now());
      const pause = problem && PASSING.has(problem.code) ? PROBE_WAITS_MS[attempts - 1] : undefined;
      if (pause === undefined) return this.#end(run, answer, { attempts, problem });
      const nextAt = Math.max(this.parts.now() + pause, problem?.retryAt ?? 0);
      this.#set(run, { state: 'waiting', attempts, nextAt, ...(problem ? { problem } : {}) });
      await (this.parts.wait ?? waited)(nextAt - this.parts.now(), signal);
      if (signal.aborted) return;
    }
  }

  async #end(run: Run, answer: AcquireAnswer, { attempts, problem }: { attempts: number; problem: Problem | null }): Promise<void> {
    // The tenant's own state first: who sees the probe end finds it there.
    await this.parts.onEnd(run.tenantId, run.appId, answer);
    if (run.control.signal.aborted) return;
    const ended = problem === null ? 'works' : PASSING.has(problem.code) ? 'gaveUp' : 'stopped';
    this.#set(run, { state: ended, attempts, ...(problem ? { problem } : {}) });
  }

  #set({ tenantId, appId }: Run, state: ProbeState): void {
    this.#states.set(keyOf(tenantId, appId), state);
    this.parts.onChange(tenantId);
  }
}

function problemOf(answer: AcquireAnswer, at: number): Problem | null {
  if (!answer.ok) return answer.problem;
  const { problem, missingRoles } = answer.facts;
  if (problem) return problem;
  return missingRoles.length > 0 ? { code: 'rolesMissing', at, missingRoles: [...missingRoles] } : null;
}

/** Resolves after the time, or at once when aborted. */
export function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
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
