import type { HuntingRule } from '../types';

interface Spent {
  queries: number;
  opened: number;
}

/** What hunting in a tenant is limited by, and what of it is used up. */
export class HuntingRules {
  readonly #rules = new Map<string, HuntingRule>();
  readonly #spent = new Map<string, Spent>();

  /** Null tenant: the rule of all that have none of their own. Null rule: as usual again. */
  set(tenantId: string | null, rule: HuntingRule | null): void {
    const key = tenantId ?? '*';
    this.#spent.clear();
    if (rule) this.#rules.set(key, rule);
    else this.#rules.delete(key);
  }

  of(tenantId: string): HuntingRule {
    return this.#rules.get(tenantId) ?? this.#rules.get('*') ?? {};
  }

  /** Counts a query against the tenant's processing time. Seconds until it may run again, where that is used up; null: it may run. */
  spend(tenantId: string): number | null {
    const { cpu } = this.of(tenantId);
    if (!cpu) return null;
    const length = (cpu.windowSeconds ?? 900) * 1_000;
    const now = Date.now();
    let spent = this.#spent.get(tenantId);
    if (!spent || now - spent.opened >= length) {
      spent = { queries: 0, opened: now };
      this.#spent.set(tenantId, spent);
    }
    spent.queries += 1;
    return spent.queries <= cpu.queries ? null : Math.max(1, Math.ceil((spent.opened + length - now) / 1_000));
  }
}
