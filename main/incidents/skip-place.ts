import { z } from 'zod';

/** Rows of a page that the next one shows again. */
export const SHARED_ROWS = 5;

const skipPlace = z.object({ skip: z.number().int().min(0), anchors: z.array(z.string()), top: z.number().int().positive().optional() });
/** Where a page of `$skip` begins, the rows that have to be met there (the last ones read before it), and how many to ask for, where fewer than usual. */
export type SkipPlace = z.infer<typeof skipPlace> & { kind: 'skip' };
export type Place = SkipPlace | { kind: 'link'; link: string };

const SKIP = 'skip:';

/** Null: the beginning. */
export function parsePlace(cursor: string | null): Place | null {
  if (cursor === null) return null;
  if (!cursor.startsWith(SKIP)) return { kind: 'link', link: cursor };
  return { kind: 'skip', ...skipPlace.parse(JSON.parse(cursor.slice(SKIP.length))) };
}

export function placeText({ skip, anchors, top }: SkipPlace): string {
  return `${SKIP}${JSON.stringify({ skip, anchors, top })}`;
}

/**
 * The place after a page that was read at `place` and holds `ids`. A list paged by `$skip` moves while it is read: what is new pushes rows down, and the
 * next page shows some again; what vanishes pulls rows up, past the page's edge. So every page begins with the last rows of the one before, and where
 * none of them is met, reading goes back until one is. Null: that was the last page. `same`: the service does not heed `$skip`.
 */
export function nextPlace(place: SkipPlace | null, ids: readonly string[], pageSize: number): SkipPlace | 'same' | null {
  const skip = place?.skip ?? 0;
  const anchors = place?.anchors ?? [];
  const met = skip === 0 || anchors.length === 0 || anchors.some((id) => ids.includes(id));
  if (!met) return { kind: 'skip', skip: Math.max(0, skip - pageSize + SHARED_ROWS), anchors };
  if (ids.length < pageSize) return null;
  const last = ids.slice(-SHARED_ROWS);
  if (skip > 0 && last.join() === anchors.join()) return 'same';
  return { kind: 'skip', skip: skip + ids.length - SHARED_ROWS, anchors: last };
}
