import { z } from 'zod';
import { byNumber, listPlace } from './list-place';
import { lighterPage } from './page-size';

/** The most the service gives at once (400 "The limit of '50' for Top query has been exceeded."). */
export const PAGE_SIZE = 50;

const place = listPlace.extend({
  /** Alerts come with the incidents; false: by the second step, because the service could not. */
  expand: z.boolean(),
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

/**
 * The same place without alerts, which are what made it too much: with as many rows as there may be, since every page of the second step looks through
 * the alerts of a month, unless that was too much `lighter` times.
 */
export function withoutAlerts(at: GraphPlace, lighter: number): GraphPlace {
  const { top: _top, ...place } = byNumber(at);
  return { ...place, expand: false, ...(lighter > 0 ? { top: lighterPage(PAGE_SIZE, lighter) } : {}) };
}

export function graphCursor(at: GraphPlace): string {
  return JSON.stringify(at);
}
