import type { TenantField } from '../../../contract/tenant-files';

/** Column heads and JSON keys that mean a field, without regard to case, blanks and punctuation. Also those of Partner Center's and Lighthouse's exports. */
const NAMES: Record<TenantField, readonly string[]> = {
  displayName: [
    'displayname',
    'name',
    'tenantname',
    'tenant',
    'customer',
    'customername',
    'company',
    'companyname',
    'organisation',
    'organization',
  ],
  tenantId: ['tenantid', 'directoryid', 'customertenantid', 'microsoftid', 'id', 'tenantguid'],
  domain: ['domain', 'domainname', 'primarydomain', 'primarydomainname', 'defaultdomain', 'defaultdomainname'],
  group: ['group', 'groupname'],
  tags: ['tags', 'tag', 'labels', 'label'],
  owner: ['owner', 'accountowner', 'responsible'],
  contact: ['contact', 'contactperson', 'customercontact', 'contactemail'],
  notes: ['notes', 'note', 'comment', 'comments', 'remarks'],
  colour: ['colour', 'color'],
  surface: ['surface', 'readfirstthrough', 'api'],
};
const FIELDS = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as TenantField] as const)));

/** Heads of the columns of a CSV file that Tenantry writes. */
export const COLUMN_HEADS: Record<TenantField, string> = {
  displayName: 'Name',
  tenantId: 'Tenant ID',
  domain: 'Domain',
  group: 'Group',
  tags: 'Tags',
  owner: 'Owner',
  contact: 'Contact',
  notes: 'Notes',
  colour: 'Colour',
  surface: 'Read first through',
};

/** The field a column head or key means; null when none. */
export function fieldNamed(head: string): TenantField | null {
  return FIELDS.get(head.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null;
}
