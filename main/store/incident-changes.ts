import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { IncidentKey } from '../../contract/ids';
import { type ChangedField, fieldChange, HISTORY_SHOWN, type TagsChange, tagsChange } from '../../contract/incident-history';
import { fold } from './fold';
import type { StoredHistory } from './incident-view-port';
import type { Schema } from './schema';
import type { IncidentColumns } from './store-port';

/** The fields that are followed, and the columns of `incident` they stand in. */
export const FOLLOWED = {
  name: 'name',
  severity: 'severity',
  status: 'status',
  assignedTo: 'assigned_to',
  classification: 'classification',
  determination: 'determination',
  alertCount: 'alert_count',
  redirectIncidentId: 'redirect_incident_id',
} as const satisfies Record<ChangedField, keyof Schema['incident']>;
const FIELDS = Object.entries(FOLLOWED) as [ChangedField, (typeof FOLLOWED)[ChangedField]][];

/** The followed columns of a row. */
export type Followed = { [Column in (typeof FOLLOWED)[ChangedField]]: string | number | null } & Pick<
  Schema['incident'],
  'tags' | 'comment_count'
>;

/** What is kept of one difference: a field's values, tags that came and went, or how many comments there were and are; or that none is known of those two. */
const storedChange = z.union([
  fieldChange,
  z.object({ tags: tagsChange }),
  z.object({ comments: z.object({ before: z.number(), after: z.number() }) }),
  /** What tags and comments there were before is not known. */
  z.object({ untold: z.literal(true) }),
]);
export type StoredChange = z.infer<typeof storedChange>;

const storedChanges = z.array(storedChange).catch([]);
const tagList = z.array(z.string()).catch([]);

/** What is different in a row that comes to replace a stored one. Another spelling of the same value, as the other surface has it, is no change. */
export function changesBetween(before: Followed, after: IncidentColumns): StoredChange[] {
  const changes: StoredChange[] = [];
  for (const [field, column] of FIELDS) {
    const [was, is] = [textOf(before[column]), textOf(after[field])];
    if (was !== is && (was === null || is === null || fold(was) !== fold(is))) changes.push({ field, before: was, after: is });
  }
  const tags = before.tags === null || before.tags === after.tags ? null : tagsBetween(before.tags, after.tags);
  if (tags) changes.push({ tags });
  const { comment_count: comments } = before;
  if (comments !== null && comments !== after.commentCount) changes.push({ comments: { before: comments, after: after.commentCount } });
  return changes;
}

/** What is kept where tags and comments of before are not known: an earlier version stored the row. */
export const UNTOLD: StoredChange = { untold: true };

const textOf = (value: string | number | null) => (value === null ? null : String(value));

/** Null: the same ones. The service promises no order. */
function tagsBetween(before: string, after: string): TagsChange | null {
  const [were, are] = [tagList.parse(JSON.parse(before)), tagList.parse(JSON.parse(after))];
  const without = (tags: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(fold));
    return tags.filter((tag) => !known.has(fold(tag)));
  };
  const [added, removed] = [without(are, were), without(were, are)];
  return added.length + removed.length === 0 ? null : { added, removed };
}

/** What was seen to change, the newest first. Null: the incident is not stored. */
export async function readHistory(db: Kysely<Schema>, key: IncidentKey): Promise<StoredHistory | null> {
  const incident = await db
    .selectFrom('incident')
    .innerJoin('tenant', 'tenant.id', 'incident.tenant_key')
    .where('tenant.tenant_id', '=', key.tenantId)
    .where('incident.incident_id', '=', key.incidentId)
    .select(['incident.id', 'incident.first_stored_at as firstStoredAt'])
    .executeTakeFirst();
  if (!incident) return null;
  const rows = await db
    .selectFrom('incident_change')
    .select(['seen_at as seenAt', 'updated_at as updatedAt', 'before_at as beforeAt', 'own', 'changes'])
    .where('incident_key', '=', incident.id)
    .orderBy('id', 'desc')
    .limit(HISTORY_SHOWN)
    .execute();
  return {
    firstSeenAt: incident.firstStoredAt === 0 ? null : incident.firstStoredAt,
    changes: rows.map(({ changes, own, ...at }) => {
      const told = parted(storedChanges.parse(JSON.parse(changes)));
      return { ...at, own: own === 1, ...told, untold: told.untold || isOfBefore(at) };
    }),
  };
}

/** Noted by a version that did not keep the time of before, nor tags and comments. */
const isOfBefore = ({ beforeAt, updatedAt }: { beforeAt: number | null; updatedAt: number | null }) =>
  beforeAt === null && updatedAt !== null;

function parted(changes: readonly StoredChange[]): Pick<StoredHistory['changes'][number], 'fields' | 'tags' | 'comments' | 'untold'> {
  const only = <Kind extends 'field' | 'tags' | 'comments' | 'untold'>(kind: Kind) =>
    changes.filter((change): change is Extract<StoredChange, Record<Kind, unknown>> => kind in change);
  return {
    fields: only('field'),
    tags: only('tags')[0]?.tags ?? null,
    comments: only('comments')[0]?.comments ?? null,
    untold: only('untold').length > 0,
  };
}
