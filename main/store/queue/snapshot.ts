import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';
import type { Count, Dimension, TenantFacts } from './dimensions';

/** The tenants and the tally as they are at one moment. */
export class Snapshot {
  readonly byKey: ReadonlyMap<number, TenantFacts>;
  readonly total: number;
  readonly #sums = new Map<string, number>();

  private constructor(
    readonly tenants: readonly TenantFacts[],
    readonly tally: readonly Count[],
  ) {
    this.byKey = new Map(tenants.map((tenant) => [tenant.key, tenant]));
    let total = 0;
    for (const { tenant, severity, status, assignedTo, rows } of tally) {
      total += rows;
      this.#add('tenant', tenant, rows);
      this.#add('severity', severity, rows);
      this.#add('status', status, rows);
      this.#add('assignedTo', assignedTo, rows);
    }
    this.total = total;
  }

  static async read(db: Kysely<Schema>): Promise<Snapshot> {
    const tenants = await db
      .selectFrom('tenant')
      .select(['id as key', 'tenant_id as tenantId', 'name_folded as nameFolded', 'group_name as group'])
      .execute();
    const tally = await db
      .selectFrom('incident_tally')
      .select([
        'tenant_key as tenant',
        'severity_folded as severity',
        'status_folded as status',
        'assigned_folded as assignedTo',
        'incidents as rows',
      ])
      .execute();
    return new Snapshot(tenants, tally);
  }

  /** How many incidents there are with one value, whatever else they have. */
  with(dimension: Dimension, value: string | number): number {
    return this.#sums.get(`${dimension} ${value}`) ?? 0;
  }

  #add(dimension: Dimension, value: string | number, rows: number): void {
    const name = `${dimension} ${value}`;
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + rows);
  }
}

/** Rises with every row the connection wrote, deleted or changed: what was read at the same number is still true. */
export async function changesSoFar(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(db);
  return rows[0]?.changes ?? -1;
}
