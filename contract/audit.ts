import { z } from 'zod';
import { instant, tenantId } from './ids';

/** What people do here that somebody may ask about later. */
export const auditAction = z.enum([
  'tokenCopied',
  'tokenCopyFailed',
  'signedIn',
  'signedOut',
  'credentialAdded',
  'credentialRemoved',
  'partnerAppRemoved',
  'tenantRemoved',
  'tenantDataDeleted',
  'incidentsExported',
  'huntingExported',
  'auditExported',
  'incidentChangeSent',
  'incidentChanged',
  'incidentChangeFailed',
  'incidentChangeConflict',
  'incidentChangeKept',
  'incidentChangeDropped',
]);
export type AuditAction = z.infer<typeof auditAction>;

/** Facts of an action, in names and texts. Never a secret. */
export const auditDetail = z.record(z.string(), z.string());
export type AuditDetail = z.infer<typeof auditDetail>;

/** One line of the trail. Lines are never changed, and each carries a hash over itself and the line before it. */
export const auditEntry = z.object({
  /** From 1, without a gap. */
  number: z.number().int().positive(),
  at: instant,
  /** Who was logged in to this computer. */
  user: z.string(),
  /** One of `auditAction`, or what a later version wrote. */
  action: z.string(),
  /** The tenant it was about, and what it was called then; null: none. */
  tenantId: tenantId.nullable(),
  tenantName: z.string().nullable(),
  detail: auditDetail,
  /** SHA-256, in hex. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Lines the page asks for at once. */
export const AUDIT_PAGE = 100;

/** What recomputing every hash showed. */
export const auditVerdict = z.object({
  intact: z.boolean(),
  /** Lines that were looked at. */
  entries: z.number().int(),
  /** The first line that does not fit the one before it; absent when all do. */
  brokenAt: z.number().int().optional(),
  /** Hash of the last line: whoever noted it can tell later that no line after it was taken away. Absent without lines. */
  head: z.string().optional(),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;
