import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';
import { type Count, type Dimension, DIMENSIONS } from './dimensions';
import type { KnownValues } from './row-coding';

type Sums = Record<Dimension, Map<string | number, number>>;

/** Of more tenants than these all are read: one question for tens of thousands of counts costs as much as a hundred small ones. */
const ONE_BY_ONE = 50;

/** How many incidents there are of every tenant, severity, status and assignee, at one moment. */
export class Tally {
  readonly counts: readonly Count[];
  readonly total: number;
  readonly #sums: Sums = { tenant: new Map(), severity: new Map(), status: new Map(), assignedTo: new Map() };

  private constructor(private readonly byTenant: ReadonlyMap<number, readonly Count[]>) {
    this.counts = [...byTenant.values()].flat();
    let total = 0;
    for (const count of this.counts) {
      total += count.rows;
      for (const dimension of DIMENSIONS) {
        const sums = this.#sums[dimension];
        sums.set(count[dimension], (sums.get(count[dimension]) ?? 0) + count.rows);
      }
    }
    this.total = total;
  }

  static async read(db: Kysely<Schema>): Promise<Tally> {
    const byTenant = new Map<number, Count[]>();
    for (const count of await readCounts(db, null)) {
      const counts = byTenant.get(count.tenant);
      if (counts) counts.push(count);
      else byTenant.set(count.tenant, [count]);
    }
    return new Tally(byTenant);
  }

  /** The same after incidents of these tenants were written. */
  async after(db: Kysely<Schema>, touched: readonly number[]): Promise<Tally> {
    if (touched.length === 0) return this;
    if (touched.length > ONE_BY_ONE) return Tally.read(db);
    const byTenant = new Map(this.byTenant);
    for (const tenant of touched) byTenant.set(tenant, await readCounts(db, tenant));
    return new Tally(byTenant);
  }

  /** What incidents have in each dimension but that of tenants. */
  get known(): KnownValues {
    return { severities: this.values('severity'), statuses: this.values('status'), assignees: this.values('assignedTo') };
  }

  /** What incidents have in one dimension. */
  values(dimension: 'severity' | 'status' | 'assignedTo'): string[] {
    return [...this.#sums[dimension].keys()].map(String);
  }

  /** How many incidents there are with one value, whatever else they have. */
  with(dimension: Dimension, value: string | number): number {
    return this.#sums[dimension].get(value) ?? 0;
  }
}

/** Of one tenant, or (null) of all. A tenant's come as one text: to hand over tens of thousands of rows takes three times as long as to write and read it. */
async function readCounts(db: Kysely<Schema>, tenant: number | null): Promise<Count[]> {
  const each = sql<string>`json_group_array(json_array(severity_folded, status_folded, assigned_folded, incidents))`;
  const all = db
    .selectFrom('incident_tally')
    .select(['tenant_key as tenant', each.as('counts')])
    .groupBy('tenant_key');
  const found = await (tenant === null ? all : all.where('tenant_key', '=', tenant)).execute();
  return found.flatMap(({ tenant: of, counts }) =>
    // As it was written two lines above.
    (JSON.parse(counts) as [severity: string, status: string, assignedTo: string, rows: number][]).map(
      ([severity, status, assignedTo, rows]): Count => ({ tenant: of, severity, status, assignedTo, rows }),
    ),
  );
}
