import type { Tenant } from '../directory/tenants';
import type { Table, Value } from '../kql/values';
import { Random } from '../random/random';
import type { SandboxIncident } from '../types';
import { BACKGROUND, castsOf } from './background';
import type { TelemetryEvent } from './event';
import { eventsOf } from './from-incidents';
import { SCHEMAS } from './schemas';

const DAY_MICROS = 86_400_000_000;
const DAYS = 30;
/** Tables whose rows stay in memory. */
const KEPT = 48;
const BUSIEST = 400;

/** The events of all tenants, made from the seed when a query wants them. The older end is 30 days before the anchor. */
export class Telemetry {
  readonly #tables = new Map<string, Table>();
  readonly #added = new Map<string, TelemetryEvent[]>();
  /** Events a day in the busiest table of a tenant. */
  #perDay: number | null = null;

  constructor(
    private readonly anchor: () => number,
    private readonly incidents: (tenant: Tenant) => readonly SandboxIncident[],
  ) {}

  /** Changes how much goes on in a tenant; null: between a fifth of what is usual and all of it, by tenant. */
  setPerDay(events: number | null): void {
    this.#perDay = events;
    this.#tables.clear();
  }

  /** One more event; times as text. */
  add(tenant: Tenant, table: string, at: number, values: Readonly<Record<string, Value>>): void {
    this.#added.set(tenant.key, [...(this.#added.get(tenant.key) ?? []), { table, at, values }]);
    this.#tables.delete(`${tenant.key} ${table}`);
  }

  /** Null: there is no such table anywhere. */
  table(tenant: Tenant, name: string): Table | null {
    if (!Object.hasOwn(SCHEMAS, name)) return null;
    const key = `${tenant.key} ${name}`;
    const table = this.#tables.get(key) ?? this.#make(tenant, name);
    this.#tables.delete(key);
    this.#tables.set(key, table);
    if (this.#tables.size > KEPT) for (const oldest of [...this.#tables.keys()].slice(0, 1)) this.#tables.delete(oldest);
    return table;
  }

  #make(tenant: Tenant, name: string): Table {
    const columns = SCHEMAS[name] ?? [];
    const events = [
      ...this.#background(tenant, name),
      ...this.incidents(tenant).flatMap(eventsOf),
      ...(this.#added.get(tenant.key) ?? []),
    ].filter(({ table }) => table === name);
    events.sort((one, other) => one.at - other.at);
    const rows = events.map(({ at, values }) =>
      columns.map((column): Value => (column.name === 'Timestamp' ? at : (values[column.name] ?? (column.type === 'string' ? '' : null)))),
    );
    return { columns, rows };
  }

  #background(tenant: Tenant, name: string): TelemetryEvent[] {
    const made = BACKGROUND[name];
    if (!made) return [];
    const casts = castsOf(tenant);
    const random = new Random(`${tenant.key}:telemetry:${name}`);
    const share = this.#perDay === null ? 0.2 + 0.8 * new Random(`${tenant.key}:activity`).next() : 1;
    const count = Math.round((this.#perDay ?? BUSIEST) * made.share * share * DAYS);
    const end = this.anchor() * 1_000;
    return Array.from({ length: count }, () => ({
      table: name,
      at: Math.floor(end - random.next() * DAYS * DAY_MICROS),
      values: made.make(random.pick(casts), random),
    }));
  }
}
