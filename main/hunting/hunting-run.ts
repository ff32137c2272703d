import type { HuntingReason, HuntingRun as RunFacts, HuntingTenant } from '../../contract/hunting';
import type { TenantId } from '../../contract/ids';
import type { HuntingOrder } from './hunting-lines';
import type { RunTable } from './spill/run-table';

/** How a tenant's part in a run ended. */
export interface TenantEnd {
  state: Extract<HuntingTenant['state'], 'done' | 'partial' | 'failed' | 'cancelled'>;
  reason: HuntingReason | null;
}

interface Entry {
  facts: HuntingTenant;
  startedAt: number | null;
  endedAt: number | null;
  abort: AbortController;
}

/** What is known of a run and of each of its tenants, and what ends them. */
export class HuntingRunState {
  readonly #tenants: Map<TenantId, Entry>;
  readonly startedAt: number;
  #endedAt: number | null = null;
  #cancelled = false;
  #working = 0;
  syntaxError: HuntingReason | null = null;

  constructor(
    readonly order: HuntingOrder,
    readonly table: RunTable,
    private readonly now: () => number,
    private readonly changed: () => void,
  ) {
    this.startedAt = now();
    this.#tenants = new Map(order.tenantIds.map((tenantId) => [tenantId, { ...fresh(tenantId), startedAt: null, endedAt: null }]));
  }

  get running(): boolean {
    return this.#working > 0;
  }

  signalOf(tenantId: TenantId): AbortSignal {
    return this.#entry(tenantId).abort.signal;
  }

  indexOf(tenantId: TenantId): number {
    return this.order.tenantIds.indexOf(tenantId);
  }

  /** A tenant waits for its turn (again). */
  begin(tenantId: TenantId): void {
    const known = this.#entry(tenantId);
    Object.assign(known, { ...fresh(tenantId), startedAt: null, endedAt: null });
    this.#working += 1;
    this.#endedAt = null;
    this.#cancelled = false;
    this.changed();
  }

  note(tenantId: TenantId, change: Partial<HuntingTenant>): void {
    const entry = this.#entry(tenantId);
    if (entry.endedAt !== null) return;
    if (change.state === 'running') entry.startedAt ??= this.now();
    Object.assign(entry.facts, change);
    this.changed();
  }

  end(tenantId: TenantId, { state, reason }: TenantEnd): void {
    const entry = this.#entry(tenantId);
    if (entry.endedAt !== null) return;
    entry.endedAt = this.now();
    Object.assign(entry.facts, { state, reason, waitsUntil: null });
    this.#working -= 1;
    if (this.#working === 0) this.#endedAt = this.now();
    this.changed();
  }

  cancel(): void {
    if (this.running) this.#cancelled = true;
    for (const { abort } of this.#tenants.values()) abort.abort();
  }

  leave(tenantId: TenantId): void {
    this.#tenants.get(tenantId)?.abort.abort();
  }

  /** Tenants that are not whole and not under way. */
  unwhole(): TenantId[] {
    return [...this.#tenants.values()]
      .filter(({ facts, endedAt }) => endedAt !== null && facts.state !== 'done')
      .map(({ facts }) => facts.tenantId);
  }

  isUnderWay(tenantId: TenantId): boolean {
    const entry = this.#tenants.get(tenantId);
    return entry !== undefined && entry.endedAt === null;
  }

  whole(): TenantId[] {
    return [...this.#tenants.values()].filter(({ facts }) => facts.state === 'done').map(({ facts }) => facts.tenantId);
  }

  facts(): RunFacts {
    const { runId, query, range, split, scheduleId } = this.order;
    return {
      runId,
      query,
      range,
      split,
      scheduleId,
      state: this.running ? 'running' : this.#cancelled ? 'cancelled' : 'done',
      startedAt: this.startedAt,
      endedAt: this.#endedAt,
      columns: [...this.table.merged.columns],
      totalRows: this.table.total,
      tenants: [...this.#tenants.values()].map(({ facts, startedAt, endedAt }, index) => ({
        ...facts,
        rows: this.table.rowsOf(index),
        ms: startedAt === null ? 0 : (endedAt ?? this.now()) - startedAt,
      })),
      syntaxError: this.syntaxError,
      version: this.table.version,
    };
  }

  #entry(tenantId: TenantId): Entry {
    const entry = this.#tenants.get(tenantId);
    if (!entry) throw new Error('The run is not about this tenant');
    return entry;
  }
}

function fresh(tenantId: TenantId): Pick<Entry, 'facts' | 'abort'> {
  return {
    facts: { tenantId, state: 'waiting', rows: 0, surface: null, reason: null, parts: { done: 0, of: 1 }, waitsUntil: null, ms: 0 },
    abort: new AbortController(),
  };
}
