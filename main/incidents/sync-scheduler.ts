import type { Instant, TenantId } from '../../contract/ids';
import type { SyncSchedule } from '../../contract/sync-schedule';
import type { StoredTenant } from '../store/store-port';
import { failedForCredential, nextReadAt } from '../tenants/next-read';

/** Tenants are looked through at least so often: others may have been added. */
const LOOK_EVERY_MS = 30_000;

export interface SyncSchedulerParts {
  tenants(): Promise<readonly StoredTenant[]>;
  schedule(): SyncSchedule;
  /** Since when nothing is known against the credential a tenant is read with; null: it is refused. */
  goodSince(tenant: StoredTenant): Promise<Instant | null>;
  /** False: there is nothing to read with. */
  connected(): boolean;
  read(tenantIds: readonly TenantId[]): Promise<unknown>;
  now(): Instant;
  /** Resolves after the time, or at once when aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  onFailure(error: unknown): void;
}

/** Reads tenants by themselves, each when it is due. */
export class SyncScheduler {
  #run: AbortController | null = null;
  /** A read whose end is noted on no tenant (cancelled, or the partner's own credential refused) is not begun again at once. */
  readonly #begun = new Map<TenantId, Instant>();

  constructor(private readonly parts: SyncSchedulerParts) {}

  /** Begins to look for tenants that are due; again, and at once, after the schedule was changed. */
  start(): void {
    this.stop();
    const run = new AbortController();
    this.#run = run;
    void this.#look(run.signal);
  }

  /** Looks at once where it looks at all: a credential may have been mended. */
  wake(): void {
    if (this.#run) this.start();
  }

  stop(): void {
    this.#run?.abort();
    this.#run = null;
  }

  async #look(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = await this.#readDue(signal).catch((error: unknown) => {
        this.parts.onFailure(error);
        return Number.POSITIVE_INFINITY;
      });
      if (signal.aborted) return;
      await this.parts.wait(Math.max(0, Math.min(LOOK_EVERY_MS, next - this.parts.now())), signal);
    }
  }

  /** Out: when the next one is due. What fails once may work at the next look. */
  async #readDue(signal: AbortSignal): Promise<Instant> {
    const tenants = await this.parts.tenants();
    const now = this.parts.now();
    const due: TenantId[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const tenant of tenants) {
      const at = await this.#dueAt(tenant, now);
      if (at === null) continue;
      if (at <= now) due.push(tenant.tenantId);
      else next = Math.min(next, at);
    }
    if (due.length === 0 || signal.aborted || !this.parts.connected()) return next;
    for (const tenantId of due) this.#begun.set(tenantId, now);
    // How it ends is noted on the tenants; the look goes on meanwhile.
    void this.parts.read(due).catch((error: unknown) => this.parts.onFailure(error));
    return next;
  }

  async #dueAt(tenant: StoredTenant, now: Instant): Promise<Instant | null> {
    const begun = this.#begun.get(tenant.tenantId) ?? 0;
    const goodSince = failedForCredential(tenant) ? await this.parts.goodSince(tenant) : null;
    return nextReadAt(tenant, { schedule: this.parts.schedule(), now, begunAt: begun > now ? 0 : begun, goodSince });
  }
}
