import type { SandboxIncident } from '../types';

/** Changes made through Graph that its reads do not show yet. The truth, and the other surface, have them at once. */
export class Settling {
  /** Reads of a changed incident that still show what it was. */
  reads = 0;
  private readonly waiting = new Map<string, { before: SandboxIncident; left: number }>();

  note(tenantId: string, before: SandboxIncident): void {
    const key = `${tenantId}/${String(before.incidentId)}`;
    const earlier = this.waiting.get(key)?.before ?? before;
    if (this.reads > 0) this.waiting.set(key, { before: earlier, left: this.reads });
  }

  /** What a read shows of an incident. */
  seen(tenantId: string, now: SandboxIncident): SandboxIncident {
    const key = `${tenantId}/${String(now.incidentId)}`;
    const old = this.waiting.get(key);
    if (!old) return now;
    old.left -= 1;
    if (old.left === 0) this.waiting.delete(key);
    return old.before;
  }
}
