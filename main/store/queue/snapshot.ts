import type { Kysely } from 'kysely';
import type { IncidentFilter } from '../../../contract/incident-filter';
import { fold } from '../fold';
import type { Schema } from '../schema';
import type { TenantFacts } from './dimensions';
import { Tally } from './tally';

/** The tenants and the tally as they are at one moment. */
export class Snapshot {
  readonly byKey: ReadonlyMap<number, TenantFacts>;

  private constructor(
    readonly tenants: readonly TenantFacts[],
    readonly tally: Tally,
  ) {
    this.byKey = new Map(tenants.map((tenant) => [tenant.key, tenant]));
  }

  static async read(db: Kysely<Schema>): Promise<Snapshot> {
    return new Snapshot(await readTenants(db), await Tally.read(db));
  }

  /** The same after incidents of these tenants were written; the tenants themselves are read anew in any case. */
  async after(db: Kysely<Schema>, touched: readonly number[]): Promise<Snapshot> {
    return new Snapshot(await readTenants(db), await this.tally.after(db, touched));
  }

  /** Short keys of the tenants a filter is about; null: all. A tenant that is not there is none. */
  keysOf({ tenantId, tenantIds, tenantGroups }: IncidentFilter): ReadonlySet<number> | null {
    if (tenantId === null && !tenantIds?.length && !tenantGroups?.length) return null;
    const chosen = tenantIds?.length ? new Set(tenantIds) : null;
    const groups = tenantGroups?.length ? new Set(tenantGroups.map(fold)) : null;
    const some = this.tenants.filter(
      (one) =>
        (tenantId === null || one.tenantId === tenantId) &&
        (chosen === null || chosen.has(one.tenantId)) &&
        (groups === null || groups.has(fold(one.group))),
    );
    return new Set(some.map(({ key }) => key));
  }
}

function readTenants(db: Kysely<Schema>): Promise<TenantFacts[]> {
  return db
    .selectFrom('tenant')
    .select(['id as key', 'tenant_id as tenantId', 'name_folded as nameFolded', 'group_name as group'])
    .execute();
}
