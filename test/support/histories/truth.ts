import assert from 'node:assert/strict';
import type { StoredIncident, StorePort } from '../../../main/store/store-port';
import type { SandboxControl, SandboxIncident } from '../../../sandbox/index';

/** What a tenant's list held at a moment. */
export type Snapshot = ReadonlyMap<string, SandboxIncident>;

const instantOf = (incident: SandboxIncident): number => Date.parse(String(incident['lastUpdateTime']).replace(/(\.\d{3})\d+/, '$1'));
const idOf = (incident: SandboxIncident): string => String(incident['incidentId']);

function mergedInto({ incidentId, redirectIncidentId }: SandboxIncident): string | null {
  return typeof redirectIncidentId === 'number' && redirectIncidentId !== incidentId ? String(redirectIncidentId) : null;
}

type Shown = Pick<StoredIncident, 'name' | 'severity' | 'status' | 'updatedAt' | 'redirectIncidentId' | 'alertCount' | 'unlistedAt'>;

/** Both surfaces' spelling of one value: Graph's is camel-cased, and `unknown` where Defender XDR's is `UnSpecified`. */
function spelled(value: string): string {
  return value.toLowerCase().replace('unspecified', 'unknown');
}

function shown(row: StoredIncident | undefined): Shown | null {
  if (!row) return null;
  const { name, severity, status, updatedAt, redirectIncidentId, alertCount, unlistedAt } = row;
  return { name, severity: spelled(severity), status: spelled(status), updatedAt, redirectIncidentId, alertCount, unlistedAt };
}

/** A listed incident as the store must show it. */
function asStored(incident: SandboxIncident): Shown {
  return {
    name: String(incident['incidentName']),
    severity: spelled(String(incident['severity'])),
    status: spelled(String(incident['status'])),
    updatedAt: instantOf(incident),
    redirectIncidentId: mergedInto(incident),
    alertCount: Array.isArray(incident['alerts']) ? incident['alerts'].length : 0,
    unlistedAt: null,
  };
}

/** The sandbox's own account of every tenant, and all that its incidents ever were. */
export class Truth {
  readonly #listed = new Map<string, readonly SandboxIncident[]>();
  readonly #everListed = new Map<string, Set<string>>();

  constructor(
    private readonly control: SandboxControl,
    tenantIds: readonly string[],
  ) {
    for (const tenantId of tenantIds) this.#everListed.set(tenantId, new Set(this.now(tenantId).map(idOf)));
  }

  /** As the sandbox tells it; asked for once after each change. */
  now(tenantId: string): readonly SandboxIncident[] {
    const known = this.#listed.get(tenantId) ?? this.control.truth(tenantId);
    this.#listed.set(tenantId, known);
    return known;
  }

  snapshot(tenantId: string): Snapshot {
    return new Map(this.now(tenantId).map((incident) => [idOf(incident), incident]));
  }

  add(tenantId: string, patch: SandboxIncident): void {
    this.#everListed.get(tenantId)?.add(idOf(this.control.addIncident(tenantId, patch)));
    this.#listed.delete(tenantId);
  }

  change(tenantId: string, index: number, patch: SandboxIncident): void {
    this.control.tamperIncident(tenantId, index, patch);
    this.#listed.delete(tenantId);
  }

  remove(tenantId: string, index: number): void {
    this.control.removeIncident(tenantId, index);
    this.#listed.delete(tenantId);
  }

  /** Nothing doubled, and nothing stored that the tenant never had. Out: what is stored. */
  async expectNothingFalse(store: StorePort, tenantId: string): Promise<Map<string, StoredIncident>> {
    const rows: StoredIncident[] = [];
    for (;;) {
      const page = await store.queryIncidents({ tenantId, sort: 'createdAt', descending: true, offset: rows.length, limit: 200 });
      rows.push(...page.rows);
      if (page.rows.length < 200) break;
    }
    const byId = new Map(rows.map((row) => [row.incidentId, row]));
    assert.equal(byId.size, rows.length, 'incidents stored twice');
    const tenant = (await store.listTenants()).find((one) => one.tenantId === tenantId);
    assert.equal(tenant?.incidentCount, rows.length, 'incidents counted');
    const known = this.#everListed.get(tenantId) ?? new Set();
    const foreign = rows.flatMap(({ incidentId }) => (known.has(incidentId) ? [] : incidentId));
    assert.deepEqual(foreign, [], 'incidents of nobody');
    return byId;
  }

  /** Whatever was under way when its data was deleted, it was never read. */
  async expectDeleted(store: StorePort, tenantId: string): Promise<void> {
    await this.expectNothingFalse(store, tenantId);
    const tenant = (await store.listTenants()).find((one) => one.tenantId === tenantId);
    assert.equal(tenant?.lastCompleteAt, null, `${tenantId} was deleted and passes for read`);
  }

  /**
   * A read that was told as complete has everything that was listed when it began, and as it was then or later. `since`: changes before it
   * are outside the window.
   */
  expectNothingLost(tenantId: string, stored: ReadonlyMap<string, StoredIncident>, began: Snapshot, since: number): void {
    const stillListed = this.snapshot(tenantId);
    const lost: string[] = [];
    for (const [incidentId, incident] of began) {
      const updatedAt = instantOf(incident);
      const row = stored.get(incidentId);
      if (updatedAt < since || !stillListed.has(incidentId)) continue;
      if (!row) lost.push(`${incidentId} is missing`);
      else if ((row.updatedAt ?? 0) < updatedAt) lost.push(`${incidentId} is older than when the read began`);
    }
    assert.deepEqual(lost, [], `lost of ${tenantId}`);
  }

  /** In calm weather, with nothing changing meanwhile, the store is what the tenant's list is. */
  expectEqual(tenantId: string, stored: ReadonlyMap<string, StoredIncident>, since: number): void {
    const listed = this.snapshot(tenantId);
    for (const [incidentId, incident] of listed) {
      if (instantOf(incident) < since) continue;
      assert.deepEqual(shown(stored.get(incidentId)), asStored(incident), `${incidentId} of ${tenantId}`);
    }
  }

  /** Known once a whole read and one of the changes since are done. */
  expectVanishedMarked(tenantId: string, stored: ReadonlyMap<string, StoredIncident>): void {
    const listed = this.snapshot(tenantId);
    const unmarked = [...stored.values()].flatMap((row) => (listed.has(row.incidentId) || row.unlistedAt !== null ? [] : row.incidentId));
    assert.deepEqual(unmarked, [], `vanished from ${tenantId} and not marked`);
  }
}
