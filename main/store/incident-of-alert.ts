import type { Kysely } from 'kysely';
import type { TenantId } from '../../contract/ids';
import { unpackBody } from './packed-body';
import type { PageReader } from './page-reader';
import type { Schema } from './schema';

/**
 * ID of the stored incident of a tenant that has an alert; null: none is stored. Alerts have no index: the tenant's pages are looked through, the newest
 * first, and only those that hold the alert's ID are read.
 */
export async function incidentOfAlert(db: Kysely<Schema>, reader: PageReader, tenantId: TenantId, alertId: string): Promise<string | null> {
  const tenant = await db.selectFrom('tenant').select('id').where('tenant_id', '=', tenantId).executeTakeFirst();
  if (!tenant) return null;
  const pages = await db.selectFrom('raw_page').select('id').where('tenant_key', '=', tenant.id).orderBy('id', 'desc').execute();
  const written = JSON.stringify(alertId).slice(1, -1);
  let merged: string | null = null;
  for (const { id } of pages) {
    const body = await bodyOf(db, id);
    if (!body.includes(written)) continue;
    const alertsAt = reader.alertIds(body);
    const incidents = await db
      .selectFrom('incident')
      .select(['incident_id as incidentId', 'raw_index as rawIndex', 'redirect_incident_id as redirect'])
      .where('raw_page_key', '=', id)
      .where('tenant_key', '=', tenant.id)
      .execute();
    for (const { incidentId, rawIndex, redirect } of incidents) {
      if (!alertsAt(rawIndex).includes(alertId)) continue;
      if (redirect === null) return incidentId;
      merged ??= incidentId;
    }
  }
  // One that was merged into another still tells where.
  return merged;
}

/** A body nobody can read, or that went meanwhile, holds nothing. */
async function bodyOf(db: Kysely<Schema>, pageKey: number): Promise<string> {
  const page = await db.selectFrom('raw_page').select(['body', 'encoding']).where('id', '=', pageKey).executeTakeFirst();
  return page ? unpackBody({ encoding: page.encoding, bytes: page.body }).catch(() => '') : '';
}
