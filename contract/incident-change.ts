import { z } from 'zod';
import { incidentId, instant, tenantId } from './ids';

/** Statuses people may give. `Redirected` and `AwaitingAction` are the service's own. */
export const writableStatus = z.enum(['active', 'inProgress', 'resolved']);
export type WritableStatus = z.infer<typeof writableStatus>;

export const classification = z.enum(['truePositive', 'informationalExpectedActivity', 'falsePositive']);
export type Classification = z.infer<typeof classification>;

/**
 * Determinations that belong to each classification, in the spelling of Graph's schema. Sources: "Update incidents API" (Microsoft Learn) for
 * which belongs to which, the metadata of Graph v1.0 for the names.
 */
export const DETERMINATIONS = {
  truePositive: ['multiStagedAttack', 'maliciousUserActivity', 'compromisedAccount', 'malware', 'phishing', 'unwantedSoftware', 'other'],
  informationalExpectedActivity: ['securityTesting', 'lineOfBusinessApplication', 'confirmedActivity', 'other'],
  falsePositive: ['notMalicious', 'notEnoughDataToValidate', 'other'],
} as const satisfies Record<Classification, readonly string[]>;

export const determination = z.enum([
  ...DETERMINATIONS.truePositive,
  ...DETERMINATIONS.informationalExpectedActivity.filter((one) => one !== 'other'),
  ...DETERMINATIONS.falsePositive.filter((one) => one !== 'other'),
]);
export type Determination = z.infer<typeof determination>;

/** A classification with a determination of its own list. */
export const verdict = z
  .object({ classification, determination })
  .refine((one) => (DETERMINATIONS[one.classification] as readonly string[]).includes(one.determination));
export type Verdict = z.infer<typeof verdict>;

const tag = z.string().trim().min(1).max(200);
const tags = z.array(tag).max(50);

/** What is to become of an incident. What is absent stays as it is. */
export const incidentChange = z.object({
  status: writableStatus.optional(),
  /** A UPN, or null: nobody. */
  assignedTo: z.string().trim().min(1).max(320).nullable().optional(),
  /** Null takes the classification off, which Graph alone allows. */
  verdict: verdict.nullable().optional(),
  addTags: tags.optional(),
  removeTags: tags.optional(),
  /** Added to the comments there are. Cannot be taken back. */
  comment: z.string().trim().min(1).max(4_000).optional(),
});
export type IncidentChange = z.infer<typeof incidentChange>;

/** What of an incident people change, as the service spells it: what somebody saw, or what the service says now. */
export const incidentFacts = z.object({
  status: z.string(),
  assignedTo: z.string().nullable(),
  classification: z.string().nullable(),
  determination: z.string().nullable(),
  /** Those people gave; the service's own are not among them. */
  tags: z.array(z.string()),
  comments: z.number().int(),
});
export type IncidentFacts = z.infer<typeof incidentFacts>;

/** Facts as they were seen. Null: not known, since of many at once tags and comments are not read. */
export const seenFacts = incidentFacts.extend({ tags: z.array(z.string()).nullable(), comments: z.number().int().nullable() });
export type SeenFacts = z.infer<typeof seenFacts>;

/** Facts that only one person at a time can have meant. Tags and comments of two people stand side by side. */
export const contested = z.enum(['status', 'assignedTo', 'verdict']);
export type Contested = z.infer<typeof contested>;

/** Of so many at once, tags and comments are read as well: they lie in the whole page an incident came with. */
export const DETAILED_SUBJECTS = 5;

/** An incident about to be changed: what is stored of it. */
export const writeSubject = z.object({
  tenantId,
  incidentId,
  tenantName: z.string(),
  name: z.string(),
  facts: seenFacts,
  redirectIncidentId: z.string().nullable(),
  readAt: instant,
});
export type WriteSubject = z.infer<typeof writeSubject>;
