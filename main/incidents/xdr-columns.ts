import type { IncidentColumns } from '../store/store-port';
import { asInstant, asList, filled, firstFilled, isRecord, type JsonRecord, syntheticId } from './lenient';

/** Longest id the rest of the app accepts. */
export const LONGEST_ID = 200;

const NAME_FIELDS = ['incidentName', 'displayName'] as const;
const CREATED_FIELDS = ['createdTime', 'createTime', 'createdDateTime'] as const;
const UPDATED_FIELDS = ['lastUpdateTime', 'lastUpdatedTime', 'lastUpdateDateTime'] as const;
/** Fields of an incident that columns are made from, but for its alerts. */
export const COLUMN_FIELDS: readonly string[] = [
  'incidentId',
  'id',
  'redirectIncidentId',
  'severity',
  'status',
  'assignedTo',
  'classification',
  'determination',
  ...NAME_FIELDS,
  ...CREATED_FIELDS,
  ...UPDATED_FIELDS,
];

/**
 * The columns lists need, from one item of a page. Whatever came is kept: an item that is no object, or has no usable id,
 * gets a stand-in id made from its content.
 */
export function xdrColumns(item: unknown, rawIndex: number): IncidentColumns {
  const record: JsonRecord = isRecord(item) ? item : {};
  const alerts = asList(record['alerts']);
  const incidentId = incidentIdOf(item, record);
  return {
    incidentId,
    name: firstFilled(record, NAME_FIELDS) ?? '',
    severity: filled(record['severity']) ?? '',
    status: filled(record['status']) ?? '',
    assignedTo: filled(record['assignedTo']),
    classification: filled(record['classification']),
    determination: filled(record['determination']),
    alertCount: alerts.length,
    createdAt: firstInstant(record, CREATED_FIELDS) ?? earliestAlert(alerts),
    updatedAt: firstInstant(record, UPDATED_FIELDS) ?? latestAlert(alerts),
    redirectIncidentId: mergedInto(record['redirectIncidentId'], incidentId),
    tags: tagText(ownTags(record)),
    commentCount: asList(record['comments']).length,
    rawIndex,
  };
}

/** Tags people gave, under the name of either surface. Graph's `systemTags` are the service's own, and are not sent back. */
export function ownTags(record: JsonRecord): string[] {
  const tags = [...asList(record['customTags']), ...asList(record['tags'])];
  return tags.flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' ? [tag] : []));
}

/** Most incidents have none. */
const tagText = (tags: readonly string[]): string => (tags.length === 0 ? '[]' : JSON.stringify(tags));

function incidentIdOf(item: unknown, record: JsonRecord): string {
  const id = scalarText(record['incidentId']) ?? scalarText(record['id']);
  return id !== null && id.length <= LONGEST_ID ? id : syntheticId(item);
}

/** No incident has the number 0, and none is merged into itself: both stand for "not merged" where null is not sent. */
function mergedInto(value: unknown, own: string): string | null {
  const id = scalarText(value);
  return id === null || id === '0' || id === own || id.length > LONGEST_ID ? null : id;
}

function scalarText(value: unknown): string | null {
  return typeof value === 'object' || typeof value === 'boolean' ? null : (filled(value)?.trim() ?? null);
}

function firstInstant(record: JsonRecord, names: readonly string[]): number | null {
  for (const name of names) {
    const at = asInstant(record[name]);
    if (at !== null) return at;
  }
  return null;
}

/** Incidents have been seen without times of their own; their alerts then tell. */
function earliestAlert(alerts: readonly unknown[]): number | null {
  return pick(alerts, ['creationTime', 'createdTime', 'firstActivity'], Math.min);
}

function latestAlert(alerts: readonly unknown[]): number | null {
  return pick(alerts, ['lastUpdatedTime', 'lastUpdateTime', 'creationTime', 'lastActivity'], Math.max);
}

function pick(alerts: readonly unknown[], names: readonly string[], choose: (a: number, b: number) => number): number | null {
  return alerts.reduce<number | null>((chosen, alert) => {
    const at = isRecord(alert) ? firstInstant(alert, names) : null;
    if (at === null) return chosen;
    return chosen === null ? at : choose(chosen, at);
  }, null);
}
