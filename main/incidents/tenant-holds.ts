import type { TenantId } from '../../contract/ids';

/** Tenants that are not read for the moment: what is stored of them is being removed. */
export class TenantHolds {
  readonly #held = new Map<TenantId, Promise<void>>();

  /** Holds these tenants until the work is done, well or not. It begins once what held one of them before is over. */
  async during<T>(tenantIds: readonly TenantId[], work: () => Promise<T>): Promise<T> {
    const done = this.over(tenantIds).then(work);
    const over = done.then(
      () => undefined,
      () => undefined,
    );
    for (const tenantId of tenantIds) this.#held.set(tenantId, over);
    try {
      return await done;
    } finally {
      for (const tenantId of tenantIds) if (this.#held.get(tenantId) === over) this.#held.delete(tenantId);
    }
  }

  has(tenantId: TenantId): boolean {
    return this.#held.has(tenantId);
  }

  /** Resolves when what holds these now is over. */
  async over(tenantIds: readonly TenantId[]): Promise<void> {
    await Promise.all(tenantIds.flatMap((tenantId) => this.#held.get(tenantId) ?? []));
  }
}
