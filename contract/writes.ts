import { z } from 'zod';
import { incidentChange, incidentFacts, seenFacts } from './incident-change';
import { incidentId, instant, tenantId } from './ids';
import { partnerAppId } from './partner-app';
import { surface } from './permissions';
import { problem } from './problem';

/** How far one change has come. The first four are under way, the others are how it ended. */
export const writeState = z.enum([
  /** Its turn has not come. */
  'waiting',
  /** The incident is read again. */
  'reading',
  /** The change is on its way to the service. */
  'sending',
  /** The service took it and does not show it yet. */
  'settling',
  'done',
  /** It was so already: nothing was sent. */
  'unchanged',
  /** Somebody else changed it meanwhile: nothing was sent. */
  'conflict',
  /** It was merged into another incident: nothing was sent. */
  'redirected',
  /** The service has no such incident any more. */
  'gone',
  'noPermission',
  'failed',
  /** The service could not be reached: it waits to be sent by a person. */
  'kept',
  /** It was on its way when Tenantry ended or the connection broke: whether the service took it is not known until a person has it read again. */
  'unknown',
  'cancelled',
]);
export type WriteState = z.infer<typeof writeState>;

const UNDER_WAY: ReadonlySet<WriteState> = new Set<WriteState>(['waiting', 'reading', 'sending', 'settling']);
const FAILED: ReadonlySet<WriteState> = new Set<WriteState>(['noPermission', 'failed', 'gone']);

/** Not finished, and waiting for a person to send or drop it. */
export const isKept = (state: WriteState): boolean => state === 'kept' || state === 'unknown';
export const isUnderWay = (state: WriteState): boolean => UNDER_WAY.has(state);
/** Whether trying it again may help. Conflicts are settled by a person instead. */
export const isFailed = (state: WriteState): boolean => FAILED.has(state);
/** Whether somebody has to look at it. */
export const needsPerson = (state: WriteState): boolean => state === 'conflict' || isFailed(state);

/** What the service took of a change, and what taking it back needs. */
export const takenChange = z.object({
  before: incidentFacts,
  change: incidentChange,
  surface,
  /** What was read before this moment may not show it. */
  at: instant,
});
export type TakenChange = z.infer<typeof takenChange>;

/** One incident's change. */
export const writeItem = z.object({
  id: z.string().max(60),
  tenantId,
  incidentId,
  tenantName: z.string(),
  name: z.string(),
  change: incidentChange,
  /** What the person saw when it was decided. */
  base: seenFacts,
  /** When that was read. An earlier version did not note it. */
  seenAt: instant.default(0),
  askedAt: instant,
  state: writeState,
  /** With `waiting`, `reading`, `sending`: not before, as the service or its limits say. */
  until: instant.optional(),
  /** What the service said when it was read again. */
  theirs: incidentFacts.optional(),
  /** What stood in the way. */
  problem: problem.optional(),
  /** With `redirected`: where to. */
  target: z.string().optional(),
  /** With `noPermission`: the role that is missing, and the app whose consent lacks it. */
  missingRole: z.string().optional(),
  appId: partnerAppId.optional(),
  /** The service took it, and did not show it for as long as was waited. */
  unconfirmed: z.boolean().optional(),
  /** With another state than `done`: only this much of it was taken. */
  taken: takenChange.optional(),
  /** It went out once, and before that so many comments said what its comment says. */
  saidBefore: z.number().int().optional(),
  /** Takes back what this order did. An earlier version did not note it. */
  undoes: z.string().optional(),
  /** With `cancelled`: a person gave it up without knowing whether it was taken. */
  doubtful: z.boolean().optional(),
});
export type WriteItem = z.infer<typeof writeItem>;

/** Orders of which something needs a person stay beyond the last ones, so many of them. */
export const MOST_OPEN_ORDERS = 100;

/** How many changes one order may hold. */
export const MOST_WRITES = 500;

/** What of a change its API cannot take back. */
export const stays = z.enum(['status', 'classification', 'comments']);
export type Stays = z.infer<typeof stays>;

/** Changes that were ordered together. */
export const writeBatch = z.object({
  id: z.string(),
  startedAt: instant,
  /** Takes another one back. */
  undoes: z.string().nullable(),
  /** It was taken back by another one. */
  undone: z.boolean(),
  /** How many of its changes can be taken back, at least in part. */
  undoable: z.number().int(),
  /** Some of it cannot be taken back through this API. */
  stays: z.array(stays),
  items: z.array(writeItem),
});
export type WriteBatch = z.infer<typeof writeBatch>;

export const writesView = z.object({
  /** The last ones, also of before the start, the newest first. */
  batches: z.array(writeBatch),
  /** Kept in the store until a person sends or drops them, the oldest first. */
  kept: z.array(writeItem),
});
export type WritesView = z.infer<typeof writesView>;

/** Whether incidents of a tenant may be changed. */
export const writeAccess = z.object({
  tenantId,
  tenantName: z.string(),
  /** `unknown`: no token was to be had, or it cannot be read. */
  may: z.enum(['yes', 'no', 'unknown']),
  surface,
  /** With `no`: any one of them would do. */
  missingRoles: z.array(z.string()),
  /** The app whose consent is asked for; null: the tenant is linked to none. */
  appId: partnerAppId.nullable(),
  problem: problem.optional(),
});
export type WriteAccess = z.infer<typeof writeAccess>;
