import type { TenantId } from '../../contract/ids';
import { GLOBAL_PROBLEMS, type Problem } from '../../contract/problem';
import type { TokenFacts } from '../../contract/token-facts';
import { readTokenFacts } from './token-facts';
import type { TokenGrant, TokenPort } from './token-port';
import { type TokenAnswer, type TokenRequestParts, TokenRequester } from './token-request';

/** A token is not handed out in its last five minutes where a new one can be had (the offset MSAL uses). */
const RENEW_BEFORE_MS = 5 * 60_000;
/** After a refusal of the partner's own credential, how long further tenants are answered with it instead of asked. */
const GLOBAL_PAUSE_MS = 30_000;

export interface TokenBrokerParts extends TokenRequestParts {
  /** What is said of the credential already, so that its end is said too. */
  knownProblem?: Problem | null;
  /** The partner's own credential was refused, or (null) accepted again. Said once per change, not once per tenant. */
  onGlobalProblem(problem: Problem | null): void;
}

/** With `ok`, facts may still carry a `problem`: then the token was dropped and only its description is left. */
export type AcquireAnswer = { ok: true; facts: TokenFacts } | { ok: false; problem: Problem };

interface Held {
  /** Null: the token must not be used and was dropped. */
  accessToken: string | null;
  facts: TokenFacts;
}

/** Tokens of the partner app, one per customer tenant, in memory only. */
export class TokenBroker implements TokenPort {
  readonly #requester: TokenRequester;
  readonly #held = new Map<TenantId, Held>();
  readonly #flights = new Map<TenantId, Promise<AcquireAnswer>>();
  /** Throttled tenants are not asked again before their time. */
  readonly #waiting = new Map<TenantId, Problem>();
  #globalProblem: Problem | null = null;
  #pausedUntil = 0;

  constructor(private readonly parts: TokenBrokerParts) {
    this.#requester = new TokenRequester(parts);
    this.#globalProblem = parts.knownProblem ?? null;
  }

  /** A usable token of exactly this tenant. A failed early renewal does not surface while the held token is valid. */
  async getToken(tenantId: TenantId, { renew }: { renew: boolean }): Promise<TokenGrant> {
    const before = this.#held.get(tenantId);
    if (!renew && before && this.#lifeLeft(before) > RENEW_BEFORE_MS) return grantOf(before);
    const answer = await this.#ask(tenantId, false);
    if (!answer.ok) return !renew && before && this.#lifeLeft(before) > 0 ? grantOf(before) : answer;
    const after = this.#held.get(tenantId);
    return after
      ? grantOf(after)
      : { ok: false, problem: { code: 'internal', at: this.parts.now(), detail: 'The token was forgotten while it was asked for.' } };
  }

  /** For people: gets a token where needed (or always, `fresh`) and says what is in it. */
  async acquire(tenantId: TenantId, { fresh }: { fresh: boolean }): Promise<AcquireAnswer> {
    const held = this.#held.get(tenantId);
    if (!fresh && held && this.#lifeLeft(held) > RENEW_BEFORE_MS) return { ok: true, facts: { ...held.facts, fromCache: true } };
    return this.#ask(tenantId, fresh);
  }

  /** Facts of the token held now; null when there is none. */
  held(tenantId: TenantId): TokenFacts | null {
    const held = this.#held.get(tenantId);
    return held ? { ...held.facts, fromCache: true } : null;
  }

  /** A person starts anew: a refusal of the credential remembered from before is asked about again. */
  retry(): void {
    this.#pausedUntil = 0;
  }

  /** Drops the token and all that is remembered of a tenant; an answer still on its way is not kept. */
  forget(tenantId: TenantId): void {
    this.#requester.forgetTenant(tenantId);
    this.#held.delete(tenantId);
    this.#flights.delete(tenantId);
    this.#waiting.delete(tenantId);
  }

  /** One request in flight per tenant; who comes meanwhile gets the same answer. */
  #ask(tenantId: TenantId, insist: boolean): Promise<AcquireAnswer> {
    const flying = this.#flights.get(tenantId);
    if (flying) return flying;
    const known = this.#knownRefusal(tenantId, insist);
    if (known) return Promise.resolve({ ok: false, problem: known });
    const flight: Promise<AcquireAnswer> = this.#requester.request(tenantId).then((answer) => {
      const current = this.#flights.get(tenantId) === flight;
      if (current) this.#flights.delete(tenantId);
      return this.#conclude(tenantId, answer, current);
    });
    this.#flights.set(tenantId, flight);
    return flight;
  }

  /** A refusal that asking again would only repeat. A person who insists is asked for anyway, except while throttled. */
  #knownRefusal(tenantId: TenantId, insist: boolean): Problem | null {
    const now = this.parts.now();
    const waiting = this.#waiting.get(tenantId);
    if (waiting && (waiting.retryAt ?? 0) > now) return waiting;
    this.#waiting.delete(tenantId);
    return !insist && now < this.#pausedUntil ? this.#globalProblem : null;
  }

  #conclude(tenantId: TenantId, answer: TokenAnswer, current: boolean): AcquireAnswer {
    if (!answer.ok) {
      if (current) this.#noteRefusal(tenantId, answer.problem);
      return answer;
    }
    const { environment, clientId, now } = this.parts;
    const facts = readTokenFacts(answer.accessToken, { tenantId, environment, clientId, expiresAt: answer.expiresAt, obtainedAt: now() });
    if (current) this.#held.set(tenantId, { accessToken: facts.problem ? null : answer.accessToken, facts });
    this.#setGlobalProblem(null);
    return { ok: true, facts };
  }

  #noteRefusal(tenantId: TenantId, problem: Problem): void {
    if (problem.code === 'throttled') this.#waiting.set(tenantId, problem);
    if (!GLOBAL_PROBLEMS.has(problem.code)) return;
    // The next attempt reads the vault again: the secret may have been put there meanwhile.
    this.#requester.forgetSecret();
    this.#pausedUntil = this.parts.now() + GLOBAL_PAUSE_MS;
    this.#setGlobalProblem(problem);
  }

  #setGlobalProblem(problem: Problem | null): void {
    const changed = this.#globalProblem?.code !== problem?.code;
    this.#globalProblem = problem;
    if (changed) this.parts.onGlobalProblem(problem);
  }

  #lifeLeft({ facts }: Held): number {
    return facts.problem ? 0 : facts.expiresAt - this.parts.now();
  }
}

function grantOf({ accessToken, facts }: Held): TokenGrant {
  if (accessToken !== null) return { ok: true, accessToken, expiresAt: facts.expiresAt };
  return { ok: false, problem: facts.problem ?? { code: 'internal', at: facts.obtainedAt } };
}
