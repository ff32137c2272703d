import type { TenantId } from '../../contract/ids';
import { coalesce } from './coalesce';

/** So many tenants are named; more are as good as all. */
const MOST = 200;

/** Tells that incidents changed, and of which tenants: at once when quiet, and at most every so many milliseconds. */
export class IncidentsChanged {
  /** Since it was last told. Null: it may be any. */
  #tenantIds: Set<TenantId> | null = new Set();
  readonly #telling: ReturnType<typeof coalesce>;

  constructor(tell: (tenantIds: TenantId[] | null) => void, everyMs: number) {
    this.#telling = coalesce(() => tell(this.#take()), everyMs);
  }

  /** Of this tenant; null: it may be of any. */
  of(tenantId: TenantId | null): void {
    if (tenantId === null) this.#tenantIds = null;
    else this.#tenantIds?.add(tenantId);
    this.#telling.soon();
  }

  stop(): void {
    this.#telling.stop();
  }

  #take(): TenantId[] | null {
    const ids = this.#tenantIds;
    this.#tenantIds = new Set();
    return ids === null || ids.size > MOST ? null : [...ids];
  }
}
