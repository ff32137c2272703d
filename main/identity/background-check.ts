import type { TenantId } from '../../contract/ids';
import type { ProblemCode } from '../../contract/problem';
import type { AcquireAnswer } from './token-broker';

/** Between two tenants of a round: a thousand take half an hour, and Entra does not notice. */
const PAUSE_MS = 2_000;
/** How far a wait may be off its length, so that many desks do not ask at the same moment. */
const JITTER = 0.2;

/** Says nothing of the tenant. What a read found out stays, however old. */
const WEATHER: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'throttled',
  'serviceError',
  'timeout',
  'unreachable',
  'proxySignIn',
  'tlsFailed',
  'unreadable',
  'internal',
]);
/** This computer reaches nobody: the rest of the round would end the same. */
const OFFLINE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['unreachable', 'proxySignIn', 'tlsFailed']);

export interface BackgroundCheckParts {
  tenants(): Promise<readonly TenantId[]>;
  /** Asks Entra for a new token of the app the tenant is read with. Null: nothing to ask with, or its credential is refused already. */
  ask(tenantId: TenantId): Promise<AcquireAnswer | null>;
  /** Notes on the tenant how it ended. */
  note(tenantId: TenantId, answer: AcquireAnswer): Promise<void>;
  /** Time from one round to the next; null: none. */
  everyMs(): number | null;
  onFailure(error: unknown): void;
  random(): number;
  /** Resolves after the time, or at once when aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Asks for every customer's token now and then, so that a withdrawn consent or a lost permission is noticed before somebody reads. Gently: one tenant
 * after the other, in an order that changes, and not at all while this computer is offline. It never makes a tenant look better than the token shows,
 * nor replaces what is known of it by weather.
 */
export class BackgroundCheck {
  #run: AbortController | null = null;

  constructor(private readonly parts: BackgroundCheckParts) {}

  /** Begins to wait for the first round; again after the time between rounds was changed. */
  start(): void {
    this.stop();
    const run = new AbortController();
    this.#run = run;
    void this.#rounds(run.signal).catch((error: unknown) => this.parts.onFailure(error));
  }

  stop(): void {
    this.#run?.abort();
    this.#run = null;
  }

  async #rounds(signal: AbortSignal): Promise<void> {
    for (let every = this.parts.everyMs(); every !== null; every = this.parts.everyMs()) {
      await this.#pause(every, signal);
      if (signal.aborted) return;
      await this.round(signal);
      if (signal.aborted) return;
    }
  }

  /** Asks of every tenant once. Ends early when this computer turns out to be offline. */
  async round(signal: AbortSignal): Promise<void> {
    const waiting = [...(await this.parts.tenants())];
    while (waiting.length > 0 && !signal.aborted) {
      const [tenantId] = waiting.splice(Math.floor(this.parts.random() * waiting.length), 1);
      if (tenantId === undefined) return;
      const answer = await this.parts.ask(tenantId);
      if (signal.aborted) return;
      if (!answer) continue;
      if (!answer.ok && OFFLINE.has(answer.problem.code)) return;
      if (answer.ok || !WEATHER.has(answer.problem.code)) await this.parts.note(tenantId, answer);
      if (waiting.length > 0) await this.#pause(PAUSE_MS, signal);
    }
  }

  #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return this.parts.wait(milliseconds * (1 - JITTER + 2 * JITTER * this.parts.random()), signal);
  }
}
