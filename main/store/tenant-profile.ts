import type { Kysely } from 'kysely';
import { z } from 'zod';
import { surface } from '../../contract/permissions';
import { type TenantProfile, tenantColour } from '../../contract/tenant-profile';
import { fold } from './fold';
import type { Schema, TenantRow } from './schema';
import type { StorePort, TenantEntry } from './store-port';

const tagList = z.array(z.string());
const knownColour = tenantColour.nullable().catch(null);
const knownSurface = surface.nullable().catch(null);

/** The profile in a row. A colour of a later version is none here. */
export function storedProfile(row: TenantRow): TenantProfile {
  return {
    group: row.group_name,
    tags: tagList.parse(JSON.parse(row.tags)),
    owner: row.owner,
    contact: row.contact,
    notes: row.notes,
    colour: knownColour.parse(row.colour),
    surface: knownSurface.parse(row.preferred_surface),
  };
}

/** The surface each tenant is to be read over first, by its profile. */
export async function chosenSurfaces(db: Kysely<Schema>): ReturnType<StorePort['chosenSurfaces']> {
  const rows = await db.selectFrom('tenant').select(['tenant_id', 'preferred_surface']).execute();
  return rows.map(({ tenant_id, preferred_surface }) => ({ tenantId: tenant_id, surface: knownSurface.parse(preferred_surface) }));
}

/** An entry as the columns that hold it. */
export function entryColumns({ tenantId, displayName, domain, profile }: TenantEntry) {
  return {
    tenant_id: tenantId,
    display_name: displayName,
    name_folded: fold(displayName),
    domain,
    group_name: profile.group,
    tags: JSON.stringify(profile.tags),
    owner: profile.owner,
    contact: profile.contact,
    notes: profile.notes,
    colour: profile.colour,
    preferred_surface: profile.surface,
  };
}
