import type { ThrottleRule } from '../types';

/** A refusal: seconds until the next call may be made, and how to say so. */
export interface Refusal {
  rule: ThrottleRule;
  waitSeconds: number;
}

/** Calls counted per tenant and surface, in windows that begin with the first call, as the service counts them. */
export class Throttles {
  private readonly rules = new Map<string, ThrottleRule>();
  private readonly windows = new Map<string, { opened: number; calls: number }>();

  set(tenantId: string, rule: ThrottleRule | null): void {
    for (const surface of ['xdr', 'graph']) this.windows.delete(`${surface}/${tenantId}`);
    if (rule) this.rules.set(tenantId, rule);
    else this.rules.delete(tenantId);
  }

  /** Counts a call of the tenant on a surface; a refusal when its window is full. */
  count(tenantId: string, surface: 'xdr' | 'graph'): Refusal | undefined {
    const rule = this.rules.get(tenantId);
    if (!rule || (rule.surface ?? surface) !== surface) return undefined;
    const length = (rule.windowSeconds ?? 60) * 1_000;
    const now = Date.now();
    const key = `${surface}/${tenantId}`;
    let window = this.windows.get(key);
    if (!window || now - window.opened >= length) {
      window = { opened: now, calls: 0 };
      this.windows.set(key, window);
    }
    window.calls += 1;
    if (window.calls <= rule.limitPerMinute) return undefined;
    return { rule, waitSeconds: Math.max(1, Math.ceil((window.opened + length - now) / 1_000)) };
  }
}
