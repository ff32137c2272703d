import { type ListPlace, listPlace } from './list-place';

const NUMBERED = 'skip:';

/** A cursor of ours back as a place. One that an earlier version noted may be the service's link alone; one that cannot be read starts anew. */
export function xdrPlace(cursor: string | null): ListPlace {
  const start: ListPlace = { link: null, skip: 0 };
  if (cursor === null) return start;
  if (!cursor.startsWith(NUMBERED)) return { link: cursor, skip: 0 };
  try {
    return listPlace.parse(JSON.parse(cursor.slice(NUMBERED.length)));
  } catch {
    return start;
  }
}

export function xdrCursor(place: ListPlace): string {
  return `${NUMBERED}${JSON.stringify(place)}`;
}
