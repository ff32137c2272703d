import type { Kysely } from 'kysely';
import type { Observable } from '../../../contract/observable';
import { SIGHTINGS_SHOWN } from '../../../contract/sightings';
import { fold } from '../fold';
import type { Schema } from '../schema';
import type { StoredSightings } from '../store-port';
import { readSearchCoverage } from './search-coverage';

/** Where a value was seen, over all tenants: counted from the index of sightings alone, and the newest incidents by name. */
export async function seenIn(db: Kysely<Schema>, { kind, value }: Observable): Promise<StoredSightings> {
  const search = await readSearchCoverage(db);
  const entity = await db
    .selectFrom('entity')
    .select('id')
    .where('kind', '=', kind)
    .where('value_folded', '=', fold(value))
    .executeTakeFirst();
  if (!entity) return { tenants: [], incidents: [], search };
  const counts = db
    .selectFrom('sighting')
    .select((eb) => [
      'tenant_key',
      eb.fn.countAll<number>().as('incidents'),
      eb.fn.min('seen_at').as('firstSeenAt'),
      eb.fn.max('seen_at').as('lastSeenAt'),
    ])
    .where('entity_key', '=', entity.id)
    .groupBy('tenant_key');
  const tenants = await db
    .selectFrom(counts.as('seen'))
    .innerJoin('tenant', 'tenant.id', 'seen.tenant_key')
    .select(['tenant.tenant_id as tenantId', 'tenant.display_name as tenantName', 'seen.incidents', 'seen.firstSeenAt', 'seen.lastSeenAt'])
    .orderBy('seen.lastSeenAt', (order) => order.desc().nullsLast())
    .orderBy('tenant.name_folded')
    .execute();
  const newest = db
    .selectFrom('sighting')
    .select(['incident_key', 'seen_at'])
    .where('entity_key', '=', entity.id)
    .orderBy('seen_at', (order) => order.desc().nullsLast())
    .orderBy('incident_key', 'desc')
    .limit(SIGHTINGS_SHOWN);
  const incidents = await db
    .selectFrom(newest.as('seen'))
    .innerJoin('incident', 'incident.id', 'seen.incident_key')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .select([
      'tenant.tenant_id as tenantId',
      'incident.incident_id as incidentId',
      'incident.name',
      'incident.severity',
      'incident.status',
      'incident.created_at as createdAt',
    ])
    .orderBy('seen.seen_at', (order) => order.desc().nullsLast())
    .orderBy('seen.incident_key', 'desc')
    .execute();
  return { tenants, incidents, search };
}
