import { z } from 'zod';
import { huntingRunId } from './hunting';
import { incidentKey, instant } from './ids';
import { groupName } from './tenant-profile';

/** From the mildest to the most severe, as the services name them. */
export const NOTIFIED_SEVERITIES = ['informational', 'low', 'medium', 'high'] as const;
const severity = z.enum(NOTIFIED_SEVERITIES);

/** Hours since an incident was created within which it is worth a notification; null: however old. */
export const NEWER_THAN_CHOICES = [1, 4, 24, 168, null] as const;
const newerThanHours = z.union([z.literal(1), z.literal(4), z.literal(24), z.literal(168), z.null()]);

/** A new incident that one rule fits is told. */
export const notificationRule = z.object({
  /** Customers of this group; null: all. */
  group: groupName.min(1).nullable(),
  /** At least so severe. A severity unknown here counts as `high`. */
  severity,
  newerThanHours,
});
export type NotificationRule = z.infer<typeof notificationRule>;

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** Kept in the store of the profile: it names groups of customers. */
export const notificationSettings = z.object({
  enabled: z.boolean().catch(true),
  rules: z
    .array(notificationRule)
    .max(50)
    .catch([{ group: null, severity: 'high', newerThanHours: 24 }]),
  /** Local time of this computer. What comes meanwhile is told together when they end. Null: none. */
  quiet: z.object({ from: clockTime, to: clockTime }).nullable().catch(null),
  /** The incident's name as well, which may hold names of people and computers. */
  showNames: z.boolean().catch(false),
});
export type NotificationSettings = z.infer<typeof notificationSettings>;
export const DEFAULT_NOTIFICATIONS: NotificationSettings = notificationSettings.parse({});

/** What a click on a notification opens. */
export const noticeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('incident'), incident: incidentKey }),
  /** All incidents, of which several are new. */
  z.object({ kind: z.literal('incidents') }),
  /** The rows of a run of a scheduled query; null: of several. */
  z.object({ kind: z.literal('hunting'), run: z.object({ runId: huntingRunId, name: z.string() }).nullable() }),
]);
export type NoticeTarget = z.infer<typeof noticeTarget>;

/** What was told of late. */
export const toldNotice = z.object({ at: instant, title: z.string(), body: z.string(), opens: noticeTarget });
export type ToldNotice = z.infer<typeof toldNotice>;

export const notificationState = z.object({
  settings: notificationSettings,
  /** Whether this computer shows notifications, and has a tray. */
  support: z.object({ notifications: z.boolean(), tray: z.boolean() }),
  /** The newest first. */
  told: z.array(toldNotice),
});
export type NotificationState = z.infer<typeof notificationState>;
