import type { TenantId } from '../../contract/ids';
import type { Feature } from '../../contract/permissions';
import type { SyncActivity } from '../../contract/sync';
import { withoutSecrets } from '../cloud/without-secrets';
import type { TokenGrant, TokenPort, TokenWish } from '../identity/token-port';
import { unlessAborted } from '../utility/unless-aborted';
import type { Hand } from './bytes-in-hand';
import type { CallBudget } from './call-budget';
import type { CallMeter, IncidentProvider, PageResult, ProviderPage } from './provider';
import { type Attempt, LONGEST_WAIT_MS, type RetryParts, TRANSIENT, withRetries } from './retry';
import type { Rank, Turns } from './turns';

/** In its last minutes a token may have been replaced by a newer one: main is asked again. */
const ASK_BEFORE_MS = 5 * 60_000;

type Granted = Extract<TokenGrant, { ok: true }>;

export interface PageRequestParts extends RetryParts {
  tokens: TokenPort;
  /** The token held already, where it need not be renewed yet: nobody else is asked. Null: there is none. Absent: that is not told apart. */
  heldToken?(tenantId: TenantId, wish: Omit<TokenWish, 'renew'>): Promise<TokenGrant | null>;
  provider: IncidentProvider;
  turns: Turns;
  /** For asking for a new token, before a turn is taken: a login service that is slow for some keeps no turn from the others. */
  tokenTurns: Turns;
  /** Is told of every page that came. */
  onReceived?(page: ProviderPage): void;
}

export interface RequestingTenant {
  tenantId: TenantId;
  budget: CallBudget;
  rank: Omit<Rank, 'newest'>;
  /** What is done with the token. Reading, where nothing is said. */
  need?: Feature;
  /** A second request might do a second time what the first one did: faults are not tried again. */
  once?: boolean;
  /** A token that is known to lack the roles is not tried: there is another surface. */
  trustRoles?: boolean;
  signal: AbortSignal;
  onActivity(activity: SyncActivity): void;
}

/** What is asked of the service, with the token of the tenant. */
export type Ask = (
  provider: IncidentProvider,
  access: { tenantId: TenantId; accessToken: string; signal: AbortSignal; meter: CallMeter; lighter: number; room: Hand['room'] },
) => Promise<PageResult>;

/**
 * The requests of one tenant, one after the other: each within its budget, with its token, in its turn, and again where that may mend it. A page is
 * handled within its turn, so that no more pages are in memory than turns there are.
 */
export class PageRequests {
  /** The provider was kept from a further call: what it got is no refusal of the service. */
  #heldBack = false;
  /** How often the page asked for now was too much. */
  #lighter = 0;
  /** For the answer that is asked for now. */
  #room: Hand['room'] = () => null;
  /** The token of the last request: main is asked once for all pages. */
  #granted: Granted | null = null;

  constructor(
    private readonly tenant: RequestingTenant,
    private readonly parts: PageRequestParts,
  ) {}

  /**
   * Never throws; a problem says what happened, or the signal why nothing did. `handle` may refuse the page with a problem. A page that was too much is
   * asked for again lighter, as a call like every other: at once where it was too large, as the next try where it took too long.
   */
  async page(
    ask: Ask,
    { newest, handle }: { newest: boolean; handle(page: ProviderPage): Promise<Attempt<void>> },
  ): Promise<Attempt<ProviderPage>> {
    const { signal } = this.tenant;
    this.#lighter = 0;
    const asked = await withRetries<ProviderPage>(
      async () => {
        // The service refused the token held, which ended meanwhile or was withdrawn: once, a new one is asked for.
        let refused = false;
        for (;;) {
          const turn = await this.#turn(refused, newest);
          if (!turn.ok) return turn;
          const hand = this.parts.turns.hand.begin(signal);
          this.#room = hand.room;
          try {
            this.tenant.onActivity({ doing: 'reads' });
            this.#heldBack = false;
            const read = await this.#once(ask, turn.value.grant);
            if (!refused && !read.ok && read.problem.code === 'tokenRefused' && !signal.aborted) {
              refused = true;
              continue;
            }
            refused = false;
            if (this.#heldBack && !signal.aborted) continue;
            if (!read.ok && read.tooMuch) this.#lighter += 1;
            if (!read.ok && read.tooMuch && !signal.aborted && !TRANSIENT.has(read.problem.code)) continue;
            if (!read.ok || signal.aborted) return read;
            this.parts.onReceived?.(read.value);
            const handled = await handle(read.value);
            return handled.ok ? read : handled;
          } finally {
            hand.giveBack();
            turn.value.giveBack();
          }
        }
      },
      signal,
      { ...this.parts, once: this.tenant.once ?? false, delay: (ms, until) => this.#pause(ms, until) },
    );
    return asked;
  }

  /** Within the budget, with a token and then a turn: who waits for a token holds none. */
  async #turn(renew: boolean, newest: boolean): Promise<Attempt<{ grant: Granted; giveBack(): void }>> {
    for (;;) {
      const late = await this.#withinBudget();
      if (late) return late;
      this.tenant.onActivity({ doing: 'waitsForTurn' });
      const grant = await this.#grant(renew, newest);
      if (!grant) return this.#ended();
      if (!grant.ok) return grant;
      const grantedAt = this.parts.now();
      const giveBack = await this.parts.turns.take({ ...this.tenant.rank, newest }, this.tenant.signal);
      if (!giveBack) return this.#ended();
      const endedMeanwhile = grant.expiresAt <= this.parts.now() && grant.expiresAt > grantedAt;
      if (!endedMeanwhile) return { ok: true, value: { grant, giveBack } };
      giveBack();
    }
  }

  async #withinBudget(): Promise<Attempt<never> | null> {
    const { budget, signal } = this.tenant;
    for (;;) {
      const now = this.parts.now();
      const at = budget.nextCallAt(now);
      if (at <= now || signal.aborted) return null;
      if (at - now > LONGEST_WAIT_MS) return { ok: false, problem: { code: 'throttled', at: now, retryAt: at } };
      await this.#pause(at - now, signal);
    }
  }

  /** A provider that needs several calls for a page asks before each further one. Without room it stops, gives its turn back and is asked again later. */
  readonly #meter: CallMeter = () => {
    const { budget } = this.tenant;
    const now = this.parts.now();
    const retryAt = budget.nextCallAt(now);
    this.#heldBack = retryAt > now;
    if (this.#heldBack) return { code: 'throttled', at: now, retryAt };
    budget.spend(now);
    return null;
  };

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    this.tenant.onActivity({ doing: 'waits', until: this.parts.now() + Math.round(ms) });
    return this.parts.delay(ms, signal);
  }

  async #once(ask: Ask, grant: Granted): Promise<Attempt<ProviderPage>> {
    const { tenantId, budget, signal } = this.tenant;
    budget.spend(this.parts.now());
    const access = { tenantId, accessToken: grant.accessToken, signal, meter: this.#meter, lighter: this.#lighter, room: this.#room };
    const result = await ask(this.parts.provider, access);
    if (result.ok) return { ok: true, value: result.page };
    const problem = withoutSecrets(result.problem, [grant.accessToken]);
    if (problem.code === 'throttled' && problem.retryAt !== undefined && !this.#heldBack) budget.refused(this.parts.now(), problem.retryAt);
    return { ok: false, problem, tooMuch: result.tooMuch ?? false };
  }

  /** A token that is good for a while yet, with the roles it has to have. Null: the read was ended. */
  async #grant(renew: boolean, newest: boolean): Promise<TokenGrant | null> {
    const { provider, now } = this.parts;
    if (!renew && this.#granted && this.#granted.expiresAt - now() > ASK_BEFORE_MS) return this.#granted;
    const wish = { resource: provider.surface, need: this.tenant.need ?? 'readIncidents' } as const;
    const grant = (renew ? null : await this.#heldToken(wish)) ?? (await this.#newToken({ ...wish, renew }, newest));
    const missingRoles = grant?.ok ? [...(grant.missingRoles ?? [])] : [];
    this.#granted = null;
    if (this.tenant.trustRoles && missingRoles.length > 0)
      return { ok: false, problem: { code: 'rolesMissing', refusal: 'missingRoles', at: now(), missingRoles } };
    if (grant?.ok) this.#granted = grant;
    return grant;
  }

  async #heldToken(wish: Omit<TokenWish, 'renew'>): Promise<TokenGrant | null> {
    const { tenantId, signal } = this.tenant;
    const held = this.parts.heldToken?.(tenantId, wish);
    return held ? unlessAborted(held, signal) : null;
  }

  async #newToken(wish: TokenWish, newest: boolean): Promise<TokenGrant | null> {
    const { tenantId, rank, signal } = this.tenant;
    const giveBack = await this.parts.tokenTurns.take({ ...rank, newest }, signal);
    if (!giveBack) return null;
    try {
      this.tenant.onActivity({ doing: 'reads' });
      return await unlessAborted(this.parts.tokens.getToken(tenantId, wish), signal);
    } finally {
      giveBack();
    }
  }

  /** Not told to anybody: the signal says why. */
  #ended(): Attempt<never> {
    return { ok: false, problem: { code: 'internal', at: this.parts.now(), detail: 'The read was ended.' } };
  }
}
