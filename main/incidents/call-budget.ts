import type { Instant, TenantId } from '../../contract/ids';
import type { QuotaUse } from '../../contract/sync-schedule';

export interface BudgetLimits {
  perMinute: number;
  perHour: number;
}

/**
 * Below what the service allows, so that others with the same registration keep some of it. XDR: 50 a minute and 1,500 an hour ("List incidents API",
 * "Limitations"). Graph documents no figure for incidents; 429s teach it.
 */
export const LIMITS: Record<'xdr' | 'graph', BudgetLimits> = {
  xdr: { perMinute: 40, perHour: 1_400 },
  graph: { perMinute: 40, perHour: 1_400 },
};

const SURFACES = ['xdr', 'graph'] as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A refusal after fewer calls says nothing of the limit: others used it up. */
const TELLING_CALLS = 10;
const LOWERED_TO = 0.8;

/** The calls of one tenant over one surface: how many were made, and when the next may be. */
export class CallBudget {
  #calls: Instant[] = [];
  #blockedUntil: Instant = 0;
  #perMinute: number;
  #loweredAt: Instant = 0;

  constructor(private readonly limits: BudgetLimits) {
    this.#perMinute = limits.perMinute;
  }

  /** The earliest moment of the next call; not later than `now`: at once. */
  nextCallAt(now: Instant): Instant {
    this.#forget(now);
    const roomIn = (length: number, most: number): Instant => {
      const freed = this.#calls[this.#calls.length - most];
      return freed === undefined ? 0 : freed + length;
    };
    return Math.max(this.#blockedUntil, roomIn(MINUTE_MS, this.#perMinute), roomIn(HOUR_MS, this.limits.perHour));
  }

  spend(now: Instant): void {
    this.#calls.push(now);
  }

  /** The service refused: nothing before the time it named, and fewer calls a minute for the next hour where its limit showed. */
  refused(now: Instant, retryAt: Instant): void {
    this.#forget(now);
    this.#blockedUntil = Math.max(this.#blockedUntil, retryAt);
    const made = this.#inLast(MINUTE_MS, now);
    if (made < TELLING_CALLS) return;
    this.#perMinute = Math.max(1, Math.min(this.#perMinute, Math.floor(made * LOWERED_TO)));
    this.#loweredAt = now;
  }

  use(now: Instant): Omit<QuotaUse, 'surface'> {
    const next = this.nextCallAt(now);
    return {
      lastMinute: this.#inLast(MINUTE_MS, now),
      perMinute: this.#perMinute,
      lastHour: this.#calls.length,
      perHour: this.limits.perHour,
      nextCallAt: next > now ? next : null,
    };
  }

  #inLast(length: number, now: Instant): number {
    return this.#calls.filter((at) => at > now - length).length;
  }

  #forget(now: Instant): void {
    // A clock that was set back would keep calls of the future for ever.
    this.#calls = this.#calls.filter((at) => at > now - HOUR_MS && at <= now);
    if (this.#blockedUntil > now + 24 * HOUR_MS) this.#blockedUntil = 0;
    if (now - this.#loweredAt > HOUR_MS) this.#perMinute = this.limits.perMinute;
  }
}

/** The budgets of all tenants. They outlive a run: quotas do too. */
export class CallBudgets {
  readonly #budgets = new Map<string, CallBudget>();

  of(tenantId: TenantId, surface: 'xdr' | 'graph'): CallBudget {
    const name = `${surface} ${tenantId}`;
    const known = this.#budgets.get(name) ?? new CallBudget(LIMITS[surface]);
    this.#budgets.set(name, known);
    return known;
  }

  /** Of the surfaces a tenant was asked over. */
  use(tenantId: TenantId, now: Instant): QuotaUse[] {
    return SURFACES.flatMap((surface) => {
      const known = this.#budgets.get(`${surface} ${tenantId}`);
      return known ? [{ surface, ...known.use(now) }] : [];
    });
  }
}
