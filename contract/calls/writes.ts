import { z } from 'zod';
import { contested, incidentChange, seenFacts, writeSubject } from '../incident-change';
import { incidentKey, instant } from '../ids';
import { MOST_WRITES, writeAccess, writesView } from '../writes';
import { call } from './call';
import { nothing } from './inputs';

const batchId = z.string().max(60);
const itemIds = z.array(z.string().max(60)).min(1).max(10_000);

/** Calls that change incidents at the service. Each is an order of a person; nothing is sent by itself. */
export const writesCalls = {
  /** What is known of these incidents, and whether they may be changed. Incidents that are not stored are left out. */
  'writes.prepare': call(
    z.object({ incidents: z.array(incidentKey).min(1).max(MOST_WRITES) }),
    z.object({ subjects: z.array(writeSubject), access: z.array(writeAccess) }),
    ['storeClosed'],
  ),
  /** Orders one change of these incidents. `base`: what the person saw, read `seenAt`. Answers with the order's ID, at once. */
  'writes.start': call(
    z.object({
      change: incidentChange,
      items: z
        .array(incidentKey.extend({ base: seenFacts, seenAt: instant }))
        .min(1)
        .max(MOST_WRITES),
    }),
    z.object({ batchId }),
    ['badInput', 'storeClosed'],
  ),
  'writes.view': call(nothing, writesView, ['storeClosed']),
  /** Tries what failed of an order once more, and nothing else. */
  'writes.retry': call(z.object({ batchId }), z.null(), ['notFound', 'storeClosed']),
  /** Sends no further change of an order. What is on its way goes on. */
  'writes.cancel': call(z.object({ batchId }), z.null(), ['notFound', 'storeClosed']),
  /** Takes back what can be taken back of an order. */
  'writes.undo': call(z.object({ batchId }), z.object({ batchId }), ['notFound', 'storeClosed']),
  /** Settles a conflict: which of one's own facts are to be written, now that theirs are known; tags and comment go with them. Null: nothing is written. */
  'writes.settle': call(z.object({ batchId, itemId: z.string().max(60), mine: z.array(contested).nullable() }), z.null(), [
    'notFound',
    'storeClosed',
  ]),
  /** Takes a finished order off the screen. */
  'writes.dismiss': call(z.object({ batchId }), z.null(), ['notFound', 'storeClosed']),
  /** Sends changes that were kept, each after the incident was read again. */
  'writes.sendKept': call(z.object({ ids: itemIds }), z.object({ batchId }), ['notFound', 'storeClosed']),
  /** Gives up changes that were kept. */
  'writes.dropKept': call(z.object({ ids: itemIds }), z.null(), ['storeClosed']),
} as const;
