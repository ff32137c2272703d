import type { AuditAction, AuditDetail } from '../../../contract/audit';
import type { IncidentChange, IncidentFacts } from '../../../contract/incident-change';
import type { Surface } from '../../../contract/permissions';
import type { WriteItem } from '../../../contract/writes';
import type { AuditLog } from '../../audit/audit-log';
import { changedFacts } from './folded-facts';

const NONE = '–';

/** What a change is about, before and after: only the facts it changes. */
export function changeDetail(before: IncidentFacts, change: IncidentChange): AuditDetail {
  const after = changedFacts(before, change);
  const verdict = ({ classification, determination }: IncidentFacts) =>
    classification === null ? NONE : [classification, determination].filter(Boolean).join(' / ');
  const step = (from: string | null, to: string | null) => `${from || NONE} → ${to || NONE}`;
  return {
    ...(change.status === undefined ? {} : { status: step(before.status, after.status) }),
    ...(change.assignedTo === undefined ? {} : { assignedTo: step(before.assignedTo, after.assignedTo) }),
    ...(change.verdict === undefined ? {} : { classification: step(verdict(before), verdict(after)) }),
    ...(change.addTags || change.removeTags ? { tags: step(before.tags.join(', '), after.tags.join(', ')) } : {}),
    ...(change.comment === undefined ? {} : { comment: change.comment }),
  };
}

/** Adds a line about one incident's change. Throws StoreError where it cannot be written down. */
export function noteWrite(
  audit: Pick<AuditLog, 'note'>,
  action: AuditAction,
  { tenantId, incidentId, name }: Pick<WriteItem, 'tenantId' | 'incidentId' | 'name'>,
  detail: AuditDetail & { surface?: Surface },
): Promise<void> {
  return audit.note(action, tenantId, { incident: `#${incidentId}`, name, ...detail });
}
