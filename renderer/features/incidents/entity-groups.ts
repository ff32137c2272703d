import type { Entity } from '../../../contract/incident';

/** What entities are put together as, in the order an analyst asks for them. */
export const ENTITY_GROUPS = [
  { group: 'users', label: /*i18n*/ 'Users' },
  { group: 'mailboxes', label: /*i18n*/ 'Mailboxes' },
  { group: 'messages', label: /*i18n*/ 'Messages' },
  { group: 'processes', label: /*i18n*/ 'Processes' },
  { group: 'files', label: /*i18n*/ 'Files' },
  { group: 'registry', label: /*i18n*/ 'Registry' },
  { group: 'ips', label: /*i18n*/ 'IP addresses' },
  { group: 'urls', label: /*i18n*/ 'URLs' },
  { group: 'other', label: /*i18n*/ 'Other evidence' },
] as const;
export type EntityGroup = (typeof ENTITY_GROUPS)[number]['group'];

const GROUP_OF: ReadonlyMap<string, EntityGroup> = new Map(
  Object.entries({
    user: 'users',
    securitygroup: 'users',
    mailbox: 'mailboxes',
    mailmessage: 'messages',
    mailcluster: 'messages',
    process: 'processes',
    file: 'files',
    registry: 'registry',
    ip: 'ips',
    url: 'urls',
  } as const),
);

/** The groups that have entities, with those. Kinds nobody listed are other evidence. */
export function groupEntities(entities: readonly Entity[]): { group: EntityGroup; label: string; entities: Entity[] }[] {
  const byGroup = new Map<EntityGroup, Entity[]>();
  for (const entity of entities) {
    const group = GROUP_OF.get(entity.kind.toLowerCase()) ?? 'other';
    const some = byGroup.get(group);
    if (some) some.push(entity);
    else byGroup.set(group, [entity]);
  }
  return ENTITY_GROUPS.flatMap(({ group, label }) => {
    const some = byGroup.get(group);
    return some ? [{ group, label, entities: some }] : [];
  });
}
