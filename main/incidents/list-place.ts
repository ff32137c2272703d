import { z } from 'zod';
import type { Problem } from '../../contract/problem';
import type { IncidentColumns } from '../store/store-port';

/** Rows of a page that the next one shows again. */
const SHARED_ROWS = 5;

export const listPlace = z.object({
  /** The service's own link to the next page; null: none was given. */
  link: z.string().nullable().default(null),
  /** Incidents before this page. */
  skip: z.number().int().min(0),
  /** The last rows read before this page, which begins with them. Absent: the first page, or one that only the link leads to. */
  anchors: z.array(z.string()).optional(),
  /** Times of the very last of them. */
  last: z.object({ createdAt: z.number().nullable(), updatedAt: z.number().nullable() }).optional(),
  /** The page before this one was the same as the one before it. */
  again: z.literal(true).optional(),
  /** Incidents to ask for; absent: as many as there may be. */
  top: z.number().int().positive().optional(),
});

/** Where a read of a list is that is paged by number, and that moves meanwhile. */
export type ListPlace = z.infer<typeof listPlace>;

/** What is looked at of a row: its ID, and the times that lists are in order by. */
export type ListedRow = Pick<IncidentColumns, 'incidentId' | 'createdAt' | 'updatedAt'>;

/** Whether only the service's link leads to this page: an earlier version noted it, or the service does not heed `$skip`. */
export function isByLink({ link, anchors }: ListPlace): boolean {
  return link !== null && anchors === undefined;
}

/** The same place, led to by the link alone where there is one. */
export function onlyByLink<Place extends ListPlace>(place: Place): Place {
  return place.link === null ? place : { ...place, anchors: undefined, last: undefined, again: undefined };
}

/** The same place by number alone: from where a link led, a few rows back, as incidents that vanished meanwhile pulled rows up. */
export function byNumber<Place extends ListPlace>(place: Place): Place {
  return { ...place, link: null, skip: isByLink(place) ? Math.max(0, place.skip - SHARED_ROWS) : place.skip };
}

/** Whether the number of a place is what the service will not have. */
export function isSkipRefused({ httpStatus, detail = '' }: Problem): boolean {
  return httpStatus === 400 && /skip/i.test(detail);
}

/**
 * The place after a page that was read at `at`. What is new pushes rows down, and the next page shows some again; what vanishes pulls rows up past the
 * page's edge, where a number or a link goes on too far. So a link only says that there is more, and the next page is asked for by number and begins with
 * the last rows of this one. Where none of them is met, reading goes back until one is, unless the page begins before them. Where the number does not get
 * on, the link is followed. `more`: rows come after this page; `most`: as many as a page has where the place says nothing else. Null: that was the last page.
 */
export function placeAfter<Place extends ListPlace>(
  at: Place,
  rows: readonly ListedRow[],
  { link, more, most }: { link: string | null; more: boolean; most: number },
): Place | null {
  const { skip, anchors = [], last, top = most } = at;
  const behind = { ...at, link, skip: skip + rows.length };
  if (isByLink(at)) return link === null ? null : behind;
  const met = skip === 0 || anchors.length === 0 || rows.some(({ incidentId }) => anchors.includes(incidentId));
  if (!met && !beginsBefore(last, rows)) return { ...at, skip: Math.max(0, skip - top + SHARED_ROWS), again: undefined };
  if (!more) return null;
  const shared = rows.slice(-SHARED_ROWS);
  const ids = shared.map(({ incidentId }) => incidentId);
  // A list that grew by just a page shows the same one once more. A service that does not heed the number does so for ever.
  const again = skip > 0 && ids.join() === anchors.join() ? true : undefined;
  if (link !== null && ((again && at.again) || rows.length <= SHARED_ROWS)) return onlyByLink(behind);
  return { ...behind, skip: Math.max(0, behind.skip - SHARED_ROWS), anchors: ids, last: timesOf(shared.at(-1)), again };
}

const TIMES = ['createdAt', 'updatedAt'] as const;

/**
 * Whether a page begins before the last row that was read, so that nothing lies between them: what is new pushed the rows down. A list is in order, the
 * newest first, by a time that is not told: each that the page is in order by has to say so.
 */
function beginsBefore(last: ListPlace['last'], rows: readonly ListedRow[]): boolean {
  const [first] = rows;
  if (!first || !last) return false;
  // What has no time is in no order.
  const orders = TIMES.filter((time) => rows.every((row, index) => ((rows[index - 1] ?? row)[time] ?? -1) >= (row[time] ?? Infinity)));
  return orders.length > 0 && orders.every((time) => (first[time] ?? -1) > (last[time] ?? Infinity));
}

function timesOf(row: ListedRow | undefined): ListPlace['last'] {
  return row && { createdAt: row.createdAt, updatedAt: row.updatedAt };
}
