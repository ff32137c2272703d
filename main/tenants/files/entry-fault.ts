import type { RowFault, TenantField } from '../../../contract/tenant-files';
import { displayName } from '../../../contract/tenant';
import { tenantProfile } from '../../../contract/tenant-profile';
import type { TenantEntry } from '../../store/store-port';
import type { RowValues } from './tenant-file';

const { tags, colour, surface, group, owner, contact, notes } = tenantProfile.shape;
const TEXTS = { group, owner, contact, notes };

/** What the contract would not take of an entry, looked for only in what its row gave. Null: nothing. */
export function entryFault(entry: TenantEntry, given: RowValues): { fault: RowFault; field: TenantField } | null {
  if (!displayName.safeParse(entry.displayName).success) return { fault: 'tooLong', field: 'displayName' };
  for (const field of ['group', 'owner', 'contact', 'notes'] as const) {
    if (given[field] !== undefined && !TEXTS[field].safeParse(entry.profile[field]).success) return { fault: 'tooLong', field };
  }
  if (given.tags && !tags.safeParse(entry.profile.tags).success) return { fault: 'badTags', field: 'tags' };
  if (given.colour !== undefined && !colour.safeParse(entry.profile.colour).success) return { fault: 'badColour', field: 'colour' };
  if (given.surface !== undefined && !surface.safeParse(entry.profile.surface).success) return { fault: 'badSurface', field: 'surface' };
  return null;
}
