import type { AuditAction, AuditDetail } from '../../../contract/audit';
import type { IncidentChange, IncidentFacts, SeenFacts } from '../../../contract/incident-change';
import type { Surface } from '../../../contract/permissions';
import type { WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import { changedContested, changedTags } from './folded-facts';

const NONE = '–';

const step = (from: string | null, to: string | null): string => `${from || NONE} → ${to || NONE}`;

/** What a change is about, before and after: only the facts it changes. */
export function changeDetail(before: SeenFacts, change: IncidentChange): AuditDetail {
  const after = changedContested(before, change);
  const verdict = ({ classification, determination }: Pick<IncidentFacts, 'classification' | 'determination'>) =>
    classification === null ? NONE : [classification, determination].filter(Boolean).join(' / ');
  return {
    ...(change.status === undefined ? {} : { status: step(before.status, after.status) }),
    ...(change.assignedTo === undefined ? {} : { assignedTo: step(before.assignedTo, after.assignedTo) }),
    ...(change.verdict === undefined ? {} : { classification: step(verdict(before), verdict(after)) }),
    ...(change.addTags || change.removeTags ? { tags: tagDetail(before.tags, change) } : {}),
    ...(change.comment === undefined ? {} : { comment: change.comment }),
  };
}

/** Of tags that were not read only the order is known. */
function tagDetail(before: readonly string[] | null, change: IncidentChange): string {
  if (before) return step(tagList(before), tagList(changedTags(before, change)));
  const { addTags = [], removeTags = [] } = change;
  const parts = [
    ...(addTags.length > 0 ? [`add ${tagList(addTags)}`] : []),
    ...(removeTags.length > 0 ? [`remove ${tagList(removeTags)}`] : []),
  ];
  return parts.join('; ');
}

/** A tag that would read as two, as none, or as a step stands in quotation marks. */
const tagList = (tags: readonly string[]): string =>
  tags.map((tag) => (/[,"→]|^–$|^\s|\s$/.test(tag) ? JSON.stringify(tag) : tag)).join(', ');

/** Adds a line about one incident's change. Throws StoreError where it cannot be written down. */
export function noteWrite(
  audit: Pick<AuditLog, 'note'>,
  action: AuditAction,
  { tenantId, incidentId, name }: Pick<WriteItem, 'tenantId' | 'incidentId' | 'name'>,
  detail: AuditDetail & { surface?: Surface },
): Promise<void> {
  return audit.note(action, tenantId, { incident: `#${incidentId}`, name, ...detail });
}
