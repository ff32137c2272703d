import { AUDIT_PAGE, type AuditAction, type AuditDetail, type AuditEntry, type AuditVerdict } from '../../contract/audit';
import type { TenantId } from '../../contract/ids';
import type { StorePort } from '../store/store-port';

export interface AuditLogParts {
  store: Pick<StorePort, 'appendAudit' | 'listAudit' | 'verifyAudit' | 'listTenants'>;
  now(): number;
  /** Who is logged in to this computer. */
  user(): string;
  /** The partner's own tenants, which are in no list of customers. */
  ownTenants(): readonly TenantId[];
}

/** Who did what, when, about which tenant. A line is written before the thing is done: what cannot be written down is not done. */
export class AuditLog {
  constructor(private readonly parts: AuditLogParts) {}

  /** Adds a line. Throws StoreError when it could not be stored. */
  async note(action: AuditAction, tenantId: TenantId | null, detail: AuditDetail = {}): Promise<void> {
    await this.#add(action, [tenantId], detail);
  }

  /** Adds a line for each of these tenants that is in the list, all or none. */
  async noteEach(action: AuditAction, tenantIds: readonly TenantId[]): Promise<void> {
    const known = new Set((await this.parts.store.listTenants()).map(({ tenantId }) => tenantId));
    await this.#add(
      action,
      tenantIds.filter((tenantId) => known.has(tenantId)),
      {},
    );
  }

  async #add(action: AuditAction, tenantIds: readonly (TenantId | null)[], detail: AuditDetail): Promise<void> {
    const { store, now, user, ownTenants } = this.parts;
    const own = ownTenants().map((tenantId) => [tenantId, 'Your own tenant'] as const);
    const listed = (await store.listTenants()).map(({ tenantId, displayName }) => [tenantId, displayName] as const);
    const names = new Map([...own, ...listed]);
    const about = (tenantId: TenantId | null) => ({ tenantId, tenantName: tenantId === null ? null : (names.get(tenantId) ?? null) });
    await store.appendAudit(tenantIds.map((tenantId) => ({ at: now(), user: user(), action, ...about(tenantId), detail })));
  }

  /** The newest lines before a number (null: the newest of all), newest first. */
  list(before: number | null): Promise<AuditEntry[]> {
    return this.parts.store.listAudit({ before, limit: AUDIT_PAGE });
  }

  verify(): Promise<AuditVerdict> {
    return this.parts.store.verifyAudit();
  }

  /** All lines as JSON Lines, oldest first. */
  async exported(): Promise<string> {
    const lines: string[] = [];
    for (let before: number | null = null; ; ) {
      const page: AuditEntry[] = await this.list(before);
      lines.push(...page.map((entry) => JSON.stringify({ ...entry, time: new Date(entry.at).toISOString() })));
      const last = page.at(-1);
      if (!last)
        return lines
          .toReversed()
          .map((line) => `${line}\n`)
          .join('');
      before = last.number;
    }
  }
}
