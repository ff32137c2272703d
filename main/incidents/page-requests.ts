import type { TenantId } from '../../contract/ids';
import type { Feature } from '../../contract/permissions';
import type { SyncActivity } from '../../contract/sync';
import { withoutSecrets } from '../cloud/without-secrets';
import type { TokenGrant, TokenPort } from '../identity/token-port';
import { unlessAborted } from '../utility/unless-aborted';
import type { Hand } from './bytes-in-hand';
import type { CallBudget } from './call-budget';
import type { CallMeter, IncidentProvider, PageResult, ProviderPage } from './provider';
import { type Attempt, LONGEST_WAIT_MS, type RetryParts, TRANSIENT, withRetries } from './retry';
import type { Rank, Turns } from './turns';

/** In its last minutes a token may have been replaced by a newer one: main is asked again. */
const ASK_BEFORE_MS = 5 * 60_000;

export interface PageRequestParts extends RetryParts {
  tokens: TokenPort;
  provider: IncidentProvider;
  turns: Turns;
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
 * The requests of one tenant, one after the other: each within its budget, in its turn, with its token, and again where that may mend it. A page is
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
  #granted: Extract<TokenGrant, { ok: true }> | null = null;

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
        for (;;) {
          const late = await this.#withinBudget();
          if (late) return late;
          this.tenant.onActivity({ doing: 'waitsForTurn' });
          const giveBack = await this.parts.turns.take({ ...this.tenant.rank, newest }, signal);
          if (!giveBack) return this.#ended();
          const hand = this.parts.turns.hand.begin(signal);
          this.#room = hand.room;
          try {
            this.tenant.onActivity({ doing: 'reads' });
            this.#heldBack = false;
            const read = await this.#withToken(ask);
            if (this.#heldBack && !signal.aborted) continue;
            if (!read.ok && read.tooMuch) this.#lighter += 1;
            if (!read.ok && read.tooMuch && !signal.aborted && !TRANSIENT.has(read.problem.code)) continue;
            if (!read.ok || signal.aborted) return read;
            this.parts.onReceived?.(read.value);
            const handled = await handle(read.value);
            return handled.ok ? read : handled;
          } finally {
            hand.giveBack();
            giveBack();
          }
        }
      },
      signal,
      { ...this.parts, once: this.tenant.once ?? false, delay: (ms, until) => this.#pause(ms, until) },
    );
    return asked;
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

  /** With a new token, once, where the service refuses the one held: it ended meanwhile, or was withdrawn. */
  async #withToken(ask: Ask): Promise<Attempt<ProviderPage>> {
    const first = await this.#once(ask, false);
    if (first.ok || first.problem.code !== 'tokenRefused' || this.tenant.signal.aborted) return first;
    return this.#once(ask, true);
  }

  async #once(ask: Ask, renew: boolean): Promise<Attempt<ProviderPage>> {
    const { tenantId, budget, signal } = this.tenant;
    const grant = await this.#grant(renew);
    if (!grant) return this.#ended();
    if (!grant.ok) return grant;
    const missingRoles = [...(grant.missingRoles ?? [])];
    if (this.tenant.trustRoles && missingRoles.length > 0)
      return { ok: false, problem: { code: 'rolesMissing', refusal: 'missingRoles', at: this.parts.now(), missingRoles } };
    if (signal.aborted) return this.#ended();
    budget.spend(this.parts.now());
    const access = { tenantId, accessToken: grant.accessToken, signal, meter: this.#meter, lighter: this.#lighter, room: this.#room };
    const result = await ask(this.parts.provider, access);
    if (result.ok) return { ok: true, value: result.page };
    const problem = withoutSecrets(result.problem, [grant.accessToken]);
    if (problem.code === 'throttled' && problem.retryAt !== undefined && !this.#heldBack) budget.refused(this.parts.now(), problem.retryAt);
    return { ok: false, problem, tooMuch: result.tooMuch ?? false };
  }

  /** A token that is good for a while yet. Null: the read was ended. */
  async #grant(renew: boolean): Promise<TokenGrant | null> {
    const { tokens, provider, now } = this.parts;
    if (!renew && this.#granted && this.#granted.expiresAt - now() > ASK_BEFORE_MS) return this.#granted;
    const wish = { resource: provider.surface, need: this.tenant.need ?? 'readIncidents', renew } as const;
    const grant = await unlessAborted(tokens.getToken(this.tenant.tenantId, wish), this.tenant.signal);
    this.#granted = grant?.ok ? grant : null;
    return grant;
  }

  /** Not told to anybody: the signal says why. */
  #ended(): Attempt<never> {
    return { ok: false, problem: { code: 'internal', at: this.parts.now(), detail: 'The read was ended.' } };
  }
}
