import type { AuditEntry, AuditVerdict } from '../../contract/audit';
import type { AuditRecord } from './audit-trail';

/** The audit trail of the store: lines are added and read, never changed. */
export interface AuditPort {
  /** Adds lines to the audit trail, all or none; on the disk when it answers. */
  appendAudit(records: readonly AuditRecord[]): Promise<AuditEntry[]>;
  /** The newest lines before a number (null: the newest of all), newest first. */
  listAudit(asked: { before: number | null; limit: number }): Promise<AuditEntry[]>;
  /** Recomputes every hash of the trail. */
  verifyAudit(): Promise<AuditVerdict>;
}
