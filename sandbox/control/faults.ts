import type { FaultRule } from '../types';

interface ArmedRule extends FaultRule {
  toSkip: number;
  left: number;
}

export type RequestKind = 'token' | 'metadata' | 'incidents' | 'graph' | 'hunting' | 'other';

/** The faults that wait for their request, in the order they were given. */
export class Faults {
  private rules: ArmedRule[] = [];
  private readonly hanging = new Set<() => void>();

  add(rule: FaultRule): void {
    this.rules.push({ ...rule, toSkip: rule.skip ?? 0, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  /** Lets hanging requests go on, too. */
  clear(): void {
    this.rules = [];
    for (const release of this.hanging) release();
    this.hanging.clear();
  }

  /** The first fault meant for this request; its count goes down. */
  take(kind: RequestKind, tenantId: string | undefined): FaultRule | undefined {
    const rule = this.rules.find(
      (one) =>
        one.left > 0 &&
        (one.match === '*' || one.match === kind) &&
        (one.tenantId === undefined || one.tenantId.toLowerCase() === tenantId),
    );
    if (!rule) return undefined;
    if (rule.toSkip > 0) {
      rule.toSkip -= 1;
      return undefined;
    }
    rule.left -= 1;
    return rule;
  }

  /** Ends when the faults are cleared. */
  hang(): Promise<void> {
    return new Promise((resolve) => {
      this.hanging.add(resolve);
    });
  }
}
