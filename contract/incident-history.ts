import { z } from 'zod';
import { instant } from './ids';

/** What is followed of an incident. */
export const changedField = z.enum([
  'name',
  'severity',
  'status',
  'assignedTo',
  'classification',
  'determination',
  'alertCount',
  'redirectIncidentId',
]);
export type ChangedField = z.infer<typeof changedField>;

/** Values as the service spelt them; null: none. */
export const fieldChange = z.object({ field: changedField, before: z.string().nullable(), after: z.string().nullable() });
export type FieldChange = z.infer<typeof fieldChange>;

/** The most changes one answer holds, the newest. */
export const HISTORY_SHOWN = 200;

/** How an incident came to be as it is, as far as it was seen from here. */
export const incidentHistory = z.object({
  /** When it was first stored; null: with the first read of its tenant. */
  firstSeenAt: instant.nullable(),
  /** The newest first. */
  changes: z.array(
    z.object({
      /** When it was read here. */
      seenAt: instant,
      /** When the service says it was made; null: it does not say. */
      updatedAt: instant.nullable(),
      /** Empty: only something that is not followed changed, such as a comment, a tag or an alert's content. */
      fields: z.array(fieldChange),
    }),
  ),
});
export type IncidentHistory = z.infer<typeof incidentHistory>;
