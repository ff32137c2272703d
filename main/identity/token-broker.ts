import type { TenantId } from '../../contract/ids';
import type { AppPurpose } from '../../contract/partner-app';
import { type Feature, type Surface, surface } from '../../contract/permissions';
import { GLOBAL_PROBLEMS, type Problem } from '../../contract/problem';
import type { TokenFacts } from '../../contract/token-facts';
import { type DecodeAnswer, decodeToken } from './inspection/decode-token';
import { rolesMissing } from './roles-missing';
import { readTokenFacts } from './token-facts';
import type { TokenGrant } from './token-port';
import type { TokenAnswer, TokenRequester, TokenRequestParts } from './token-request';

/** A token is not handed out in its last five minutes where a new one can be had (the offset MSAL uses). */
const RENEW_BEFORE_MS = 5 * 60_000;
/** After a refusal of the partner's own credential, how long further tenants are answered with it instead of asked. */
const GLOBAL_PAUSE_MS = 30_000;

export interface TokenBrokerParts extends TokenRequestParts {
  /** What the app is for: decides what a token lacks. */
  purpose: AppPurpose;
  /** What is said of the credential already, so that its end is said too. */
  knownProblem?: Problem | null;
  /** The partner's own credential was refused, or (null) accepted again. Said once per change, not once per tenant. */
  onGlobalProblem(problem: Problem | null): void;
  /** How asking Entra ended, whoever asked. */
  onAnswer?(tenantId: TenantId, resource: Surface, answer: AcquireAnswer): void;
}

/** With `ok`, facts may still carry a `problem`: then the token was dropped and only its description is left. */
export type AcquireAnswer = { ok: true; facts: TokenFacts } | { ok: false; problem: Problem };

interface Held {
  /** Null: the token must not be used and was dropped. */
  accessToken: string | null;
  facts: TokenFacts;
  /** What stood in a token that was dropped, for people to see why. */
  refused: DecodeAnswer | null;
}

/** A token to be read to people, or what is left of one that was dropped. */
export type HeldForInspection = { accessToken: string } | { refused: DecodeAnswer };

/** Names a token: no tenant has an ID with a blank in it. */
type TokenKey = `${Surface} ${TenantId}`;

const keyOf = (tenantId: TenantId, resource: Surface): TokenKey => `${resource} ${tenantId}`;

/** Tokens of one partner app, one per customer tenant and API, in memory only. */
export class TokenBroker {
  /** Made, and MSAL read, with the first request: the start needs no token. */
  #requester: TokenRequester | null = null;
  readonly #held = new Map<TokenKey, Held>();
  readonly #flights = new Map<TokenKey, Promise<AcquireAnswer>>();
  /** Throttled tenants are not asked again before their time. */
  readonly #waiting = new Map<TenantId, Problem>();
  #globalProblem: Problem | null = null;
  #pausedUntil = 0;

  constructor(private readonly parts: TokenBrokerParts) {
    this.#globalProblem = parts.knownProblem ?? null;
  }

  /** A usable token of exactly this tenant. A failed early renewal does not surface while the held token is valid. */
  async getToken(
    tenantId: TenantId,
    { resource, need = 'readIncidents', renew }: { resource: Surface; need?: Feature; renew: boolean },
  ): Promise<TokenGrant> {
    const fresh = renew ? null : this.heldGrant(tenantId, { resource, need });
    if (fresh) return fresh;
    const key = keyOf(tenantId, resource);
    const before = this.#held.get(key);
    const answer = await this.#ask(tenantId, resource, false);
    if (!answer.ok) return !renew && before && this.#lifeLeft(before) > 0 ? grantOf(before, need) : answer;
    const after = this.#held.get(key);
    return after
      ? grantOf(after, need)
      : { ok: false, problem: { code: 'internal', at: this.parts.now(), detail: 'The token was forgotten while it was asked for.' } };
  }

  /** The token held, where it need not be renewed yet; otherwise null. Asks nobody. */
  heldGrant(tenantId: TenantId, { resource, need }: { resource: Surface; need: Feature }): TokenGrant | null {
    const held = this.#held.get(keyOf(tenantId, resource));
    return held && this.#lifeLeft(held) > RENEW_BEFORE_MS ? grantOf(held, need) : null;
  }

  /** For people: gets a token where needed (or always, `fresh`) and says what is in it. */
  async acquire(tenantId: TenantId, { resource, fresh }: { resource: Surface; fresh: boolean }): Promise<AcquireAnswer> {
    const held = this.#held.get(keyOf(tenantId, resource));
    if (!fresh && held && this.#lifeLeft(held) > RENEW_BEFORE_MS) return { ok: true, facts: { ...held.facts, fromCache: true } };
    return this.#ask(tenantId, resource, fresh);
  }

  /** Facts of the token held now; null when there is none. */
  held(tenantId: TenantId, resource: Surface): TokenFacts | null {
    const held = this.#held.get(keyOf(tenantId, resource));
    return held ? { ...held.facts, fromCache: true } : null;
  }

  /** The token held now, for the inspector in this process; null when there is none. */
  inspect(tenantId: TenantId, resource: Surface): HeldForInspection | null {
    const held = this.#held.get(keyOf(tenantId, resource));
    if (held?.refused) return { refused: held.refused };
    return held?.accessToken ? { accessToken: held.accessToken } : null;
  }

  /** A person starts anew: a refusal of the credential remembered from before is asked about again. */
  retry(): void {
    this.#pausedUntil = 0;
  }

  /** Drops the tokens and all that is remembered of a tenant; an answer still on its way is not kept. */
  forget(tenantId: TenantId): void {
    this.#requester?.forgetTenant(tenantId);
    this.#waiting.delete(tenantId);
    for (const resource of surface.options) {
      this.#held.delete(keyOf(tenantId, resource));
      this.#flights.delete(keyOf(tenantId, resource));
    }
  }

  /** One request in flight per tenant and API; who comes meanwhile gets the same answer. */
  #ask(tenantId: TenantId, resource: Surface, insist: boolean): Promise<AcquireAnswer> {
    const key = keyOf(tenantId, resource);
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const known = this.#knownRefusal(tenantId, insist);
    if (known) return Promise.resolve({ ok: false, problem: known });
    const flight: Promise<AcquireAnswer> = this.#request(tenantId, resource).then((answer) => {
      const current = this.#flights.get(key) === flight;
      if (current) this.#flights.delete(key);
      return this.#conclude(tenantId, resource, answer, current);
    });
    this.#flights.set(key, flight);
    return flight;
  }

  async #request(tenantId: TenantId, resource: Surface): Promise<TokenAnswer> {
    const { TokenRequester: Made } = await import('./token-request');
    this.#requester ??= new Made(this.parts);
    return this.#requester.request(tenantId, resource);
  }

  /** A refusal that asking again would only repeat. A person who insists is asked for anyway, except while throttled. */
  #knownRefusal(tenantId: TenantId, insist: boolean): Problem | null {
    const now = this.parts.now();
    const waiting = this.#waiting.get(tenantId);
    if (waiting && (waiting.retryAt ?? 0) > now) return waiting;
    this.#waiting.delete(tenantId);
    return !insist && now < this.#pausedUntil ? this.#globalProblem : null;
  }

  #conclude(tenantId: TenantId, resource: Surface, answer: TokenAnswer, current: boolean): AcquireAnswer {
    if (!answer.ok) {
      if (current) this.#noteRefusal(tenantId, answer.problem);
      if (current) this.parts.onAnswer?.(tenantId, resource, answer);
      return answer;
    }
    const { accessToken, expiresAt } = answer;
    const { environment, clientId, purpose, now } = this.parts;
    const facts = readTokenFacts(accessToken, { tenantId, resource, environment, clientId, purpose, expiresAt, obtainedAt: now() });
    const kept = facts.problem ? { accessToken: null, refused: decodeToken(accessToken) } : { accessToken, refused: null };
    if (current) this.#held.set(keyOf(tenantId, resource), { ...kept, facts });
    this.#setGlobalProblem(null);
    if (current) this.parts.onAnswer?.(tenantId, resource, { ok: true, facts });
    return { ok: true, facts };
  }

  #noteRefusal(tenantId: TenantId, problem: Problem): void {
    if (problem.code === 'throttled') this.#waiting.set(tenantId, problem);
    if (!GLOBAL_PROBLEMS.has(problem.code)) return;
    // The next attempt reads the vault again: the credential may have been put there meanwhile.
    this.#requester?.forgetCredential();
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

function grantOf({ accessToken, facts }: Held, need: Feature): TokenGrant {
  if (accessToken !== null)
    return {
      ok: true,
      accessToken,
      expiresAt: facts.expiresAt,
      missingRoles: need === 'readIncidents' ? facts.missingRoles : rolesMissing(facts, need),
    };
  return { ok: false, problem: facts.problem ?? { code: 'internal', at: facts.obtainedAt } };
}
