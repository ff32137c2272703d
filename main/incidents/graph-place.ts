import { z } from 'zod';
import { lighterPage } from './page-size';
import { SHARED_ROWS } from './skip-place';

/** The most the service gives at once (400 "The limit of '50' for Top query has been exceeded."). */
export const PAGE_SIZE = 50;

const place = z.object({
  /** The service's own link to the next page; null: none was given. */
  link: z.string().nullable(),
  /** Incidents before this page. */
  skip: z.number().int().min(0),
  /** The last rows read before this page, which begins with them. Absent: the first page, or one that only the link leads to. */
  anchors: z.array(z.string()).optional(),
  /** Alerts come with the incidents; false: by the second step, because the service could not. */
  expand: z.boolean(),
  /** Incidents to ask for; absent: as many as there may be. */
  top: z.number().int().positive().optional(),
});

/** Where a read of Graph's list is. */
export type GraphPlace = z.infer<typeof place>;

const START: GraphPlace = { link: null, skip: 0, expand: true };

/** A cursor of ours back as a place. One that cannot be read starts anew: pages are stored by id, so that nothing is doubled. */
export function graphPlace(cursor: string | null): GraphPlace {
  if (cursor === null) return START;
  try {
    return place.parse(JSON.parse(cursor));
  } catch {
    return START;
  }
}

/** The same place with fewer rows: a page that was too much `lighter` times. */
export function lighterPlace(at: GraphPlace, lighter: number): GraphPlace {
  return lighter === 0 ? at : { ...byNumber(at), top: lighterPage(at.top ?? PAGE_SIZE, lighter) };
}

/** Whether only the service's link leads to this page: an earlier version noted it, or the service does not heed `$skip`. */
export function isByLink({ link, anchors }: GraphPlace): boolean {
  return link !== null && anchors === undefined;
}

/** The same place, led to by the link alone where there is one. */
export function onlyByLink({ anchors, ...place }: GraphPlace): GraphPlace {
  return place.link === null && anchors ? { ...place, anchors } : place;
}

/**
 * The place after a page that was read at `at` and holds `ids`. What vanishes pulls rows up past the page's edge, where a link goes on too far. So a
 * link says that there is more, and the next page is asked for by number, with the last rows again; where none of them is met, reading goes back until
 * one is. A service that does not heed the number is followed by its links. Null: that was the last page.
 */
export function placeAfter(at: GraphPlace, ids: readonly string[], link: string | null): GraphPlace | null {
  const { skip, anchors = [], top = PAGE_SIZE } = at;
  if (isByLink(at)) return link === null ? null : { ...at, link, skip: skip + ids.length };
  const met = skip === 0 || anchors.length === 0 || anchors.some((id) => ids.includes(id));
  if (!met) return { ...at, skip: Math.max(0, skip - top + SHARED_ROWS) };
  if (link === null) return null;
  const last = ids.slice(-SHARED_ROWS);
  const { anchors: _met, ...place } = at;
  if (skip > 0 && last.join() === anchors.join()) return { ...place, link, skip: skip + ids.length };
  return { ...place, link, skip: Math.max(0, skip + ids.length - SHARED_ROWS), anchors: last };
}

/**
 * The same place without alerts, which are what made it too much: with as many rows as there may be, since every page of the second step looks through
 * the alerts of a month, unless that was too much `lighter` times.
 */
export function withoutAlerts(at: GraphPlace, lighter: number): GraphPlace {
  const { top: _top, ...place } = byNumber(at);
  return { ...place, expand: false, ...(lighter > 0 ? { top: lighterPage(PAGE_SIZE, lighter) } : {}) };
}

/** A link asks for what it asks for. Away from it the place is named by number, a few rows back: incidents that vanished meanwhile pull rows up. */
function byNumber(at: GraphPlace): GraphPlace {
  return isByLink(at) ? { ...at, link: null, skip: Math.max(0, at.skip - SHARED_ROWS) } : { ...at, link: null };
}

export function graphCursor(at: GraphPlace): string {
  return JSON.stringify(at);
}
