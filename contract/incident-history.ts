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

/** Tags that came, and that went. */
export const tagsChange = z.object({ added: z.array(z.string()), removed: z.array(z.string()) });
export type TagsChange = z.infer<typeof tagsChange>;

/** The most changes one answer holds, the newest. */
export const HISTORY_SHOWN = 200;
/** The longest beginning of a comment, in letters: the whole of it is among the comments. */
export const COMMENT_BEGINNING = 160;

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
      /** It was seen with a change that was made from here. */
      own: z.boolean(),
      /** With `tags` and `comments` null, and all of it told: only something that is not followed changed, such as an alert's content. */
      fields: z.array(fieldChange),
      /** Null: they are the same, or were not known before. */
      tags: tagsChange.nullable(),
      /** How many there were and are, and those that came. Null: as many, or not known before. */
      comments: z
        .object({
          before: z.number().int(),
          after: z.number().int(),
          /** The beginning of each that is still there. */
          added: z.array(z.object({ text: z.string(), by: z.string().nullable() })),
        })
        .nullable(),
      /** What tags and comments there were before it is not known: an earlier version did not follow them. */
      untold: z.boolean(),
      /** Titles of alerts that came, where it is known which. */
      newAlerts: z.array(z.string()),
    }),
  ),
});
export type IncidentHistory = z.infer<typeof incidentHistory>;
