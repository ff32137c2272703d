import type Database from 'better-sqlite3-multiple-ciphers';
import type { RowKeys } from './row-keys';
import { StoreError } from './store-error';
import type { StorePort } from './store-port';
import { entryColumns } from './tenant-profile';

/** Columns of `tenant` that say what people know of it. */
const COLUMNS = [
  'tenant_id',
  'display_name',
  'name_folded',
  'domain',
  'group_name',
  'tags',
  'owner',
  'contact',
  'notes',
  'colour',
  'preferred_surface',
] as const satisfies readonly (keyof ReturnType<typeof entryColumns>)[];

type Batch = Parameters<StorePort['saveTenants']>[0];

/** Writes many tenants in one transaction, all or none: an import of 100,000 rows goes through prepared statements. */
export class TenantWriter {
  /** Throws StoreError `unknownTenant` for a changed one that is not there, and the engine's error for an added one that is. */
  readonly save: (batch: Batch) => void;
  /** How many of them there were. What belongs to a tenant goes with it by foreign keys. */
  readonly remove: (tenantIds: readonly string[]) => number;

  constructor(database: Database, keys: RowKeys) {
    const insert = database.prepare(
      `insert into tenant (id, ${COLUMNS.join(', ')}, added_at) values (@id, ${COLUMNS.map((name) => `@${name}`).join(', ')}, @added_at)`,
    );
    const change = database.prepare(
      `update tenant set ${COLUMNS.map((name) => `${name} = @${name}`).join(', ')} where tenant_id = @tenant_id`,
    );
    const link = database.prepare(
      'insert into tenant_app (tenant_key, app_key) select tenant.id, partner_app.id from tenant, partner_app where tenant_id = ? and app_id = ?',
    );
    const remove = database.prepare('delete from tenant where tenant_id = ?');
    this.save = database.transaction(({ added, changed, at, appIds = [] }: Batch) => {
      for (const entry of added) {
        insert.run({ ...entryColumns(entry), id: keys.next('tenant'), added_at: at });
        for (const appId of appIds) link.run(entry.tenantId, appId);
      }
      for (const entry of changed) {
        if (change.run(entryColumns(entry)).changes !== 1) throw new StoreError('unknownTenant', `There is no tenant ${entry.tenantId}`);
      }
    });
    this.remove = database.transaction((tenantIds: readonly string[]) =>
      tenantIds.reduce((removed, tenantId) => removed + remove.run(tenantId).changes, 0),
    );
  }
}
