import type { Tenant } from '../directory/tenants';
import { Random } from '../random/random';
import type { SandboxIncident } from '../types';
import { type Header, outline } from './header';
import { incident } from './incident';
import { sortableInstant } from './sortable-instant';
import { instant } from './times';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function headerOf(made: SandboxIncident): Header {
  return {
    incidentId: Number(made.incidentId),
    createdTime: text(made.createdTime),
    lastUpdateTime: text(made.lastUpdateTime),
    status: text(made.status),
    assignedTo: typeof made.assignedTo === 'string' ? made.assignedTo : null,
  };
}

/** A row of the list; the incident itself is made only when it is served. */
export interface BookRow {
  header: Header;
  incident(): SandboxIncident;
}

/** All incidents of one tenant: those of the seed, made anew at every reading, and over them what was changed or added. */
export class IncidentBook {
  /** Changed incidents by index, as they are served now. */
  private readonly changed = new Map<number, SandboxIncident>();
  private readonly added: SandboxIncident[] = [];
  private readonly removed = new Set<number>();
  private cached: BookRow[] | null = null;

  constructor(
    private readonly tenant: Tenant,
    private readonly anchor: number,
  ) {}

  get size(): number {
    return this.tenant.generated + this.added.length - this.removed.size;
  }

  /** Newest first; of two created in the same tick, the higher ID first. */
  rows(): readonly BookRow[] {
    this.cached ??= this.makeRows();
    return this.cached;
  }

  /** Gives back the memory of the rows; they are made again when asked for. */
  forget(): void {
    this.cached = null;
  }

  find(incidentId: number): SandboxIncident | undefined {
    return this.rows()
      .find((row) => row.header.incidentId === incidentId)
      ?.incident();
  }

  /** Replaces the incident with this ID by what `change` makes of it. */
  change(incidentId: number, change: (before: SandboxIncident) => SandboxIncident): SandboxIncident | undefined {
    const before = this.find(incidentId);
    if (!before) return undefined;
    const after = change(before);
    const place = this.added.findIndex((one) => one.incidentId === incidentId);
    if (place >= 0) this.added[place] = after;
    else this.changed.set(this.indexOf(incidentId), after);
    this.cached = null;
    return after;
  }

  /** A new incident at the moment `now` (milliseconds since 1970), shaped like one of the seed's. */
  add(now: number, patch: SandboxIncident): SandboxIncident {
    const pattern = incident({ ...this.tenant, key: `${this.tenant.key}:added` }, this.anchor, this.added.length);
    const at = instant(now, new Random(`${this.tenant.key}:added:${this.added.length}`).int(1, 9_999));
    const incidentId = this.tenant.firstIncidentId + 3 * (this.added.length + 1);
    const alerts = Array.isArray(pattern.alerts) ? pattern.alerts.map((one: SandboxIncident) => ({ ...one, incidentId })) : [];
    const fresh = {
      ...pattern,
      alerts,
      incidentId,
      createdTime: at,
      lastUpdateTime: at,
      status: 'Active',
      redirectIncidentId: null,
      ...patch,
    };
    this.added.push(fresh);
    this.cached = null;
    return fresh;
  }

  remove(incidentId: number): void {
    this.removed.add(incidentId);
    this.cached = null;
  }

  private indexOf(incidentId: number): number {
    for (const [index, one] of this.changed) if (one.incidentId === incidentId) return index;
    return Math.floor((this.tenant.firstIncidentId - incidentId) / 3);
  }

  private rowAt(index: number): BookRow {
    const changed = this.changed.get(index);
    if (changed) return { header: headerOf(changed), incident: () => changed };
    return { header: outline(this.tenant, this.anchor, index), incident: () => incident(this.tenant, this.anchor, index) };
  }

  private makeRows(): BookRow[] {
    const all = Array.from({ length: this.tenant.generated }, (_, index) => this.rowAt(index));
    for (const one of this.added) all.push({ header: headerOf(one), incident: () => one });
    const rows = this.removed.size === 0 ? all : all.filter(({ header }) => !this.removed.has(header.incidentId));
    if (this.added.length === 0 && this.changed.size === 0) return rows;
    const order = rows.map((row) => ({ row, created: sortableInstant(row.header.createdTime) ?? '' }));
    order.sort((a, b) => (a.created === b.created ? b.row.header.incidentId - a.row.header.incidentId : a.created < b.created ? 1 : -1));
    return order.map(({ row }) => row);
  }
}
