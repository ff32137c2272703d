import type { Kysely } from 'kysely';
import { isAskedFor, type TenantChoice } from '../../../contract/incident-filter';
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
  keysOf(choice: TenantChoice): ReadonlySet<number> | null {
    if (choice.tenantId === null && !choice.tenantIds?.length && !choice.tenantGroups?.length) return null;
    const isAsked = isAskedFor(choice);
    const some = this.tenants.filter(({ tenantId, group }) => isAsked({ tenantId, profile: { group } }));
    return new Set(some.map(({ key }) => key));
  }
}

function readTenants(db: Kysely<Schema>): Promise<TenantFacts[]> {
  return db
    .selectFrom('tenant')
    .select(['id as key', 'tenant_id as tenantId', 'name_folded as nameFolded', 'group_name as group', 'last_complete_at as readAt'])
    .execute();
}
