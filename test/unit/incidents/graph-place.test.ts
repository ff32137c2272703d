import { describe, expect, it } from 'vitest';
import { type GraphPlace, graphCursor, graphPlace, isByLink, placeAfter } from '../../../main/incidents/graph-place';

const SIZE = 50;
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `i${index}`);
const linkTo = (from: number): string => `https://graph.lab.example/v1.0/security/incidents?$skiptoken=${from}`;

/** Reads a list that `move` changes before each page but the first, from a service that heeds `$skip` or only its own links. Out: every id met. */
function readAll(list: string[], move: (list: string[], page: number) => unknown, heeds = true): { met: Set<string>; pages: number } {
  const met = new Set<string>();
  let place: GraphPlace = graphPlace(null);
  for (let pages = 1; pages < 100; pages++) {
    const byLink = isByLink(place) ? Number(new URL(place.link ?? '').searchParams.get('$skiptoken')) : null;
    const from: number = byLink ?? (heeds ? place.skip : 0);
    const page = list.slice(from, from + SIZE);
    for (const id of page) met.add(id);
    const after: GraphPlace | null = placeAfter(place, page, from + page.length < list.length ? linkTo(from + page.length) : null);
    if (after === null) return { met, pages };
    place = graphPlace(graphCursor(after));
    move(list, pages);
  }
  throw new Error('reading did not end');
}

describe('places in the list of Graph', () => {
  it('lead through it with hardly more pages than it has', () => {
    expect(readAll(ids(230), () => undefined)).toEqual({ met: new Set(ids(230)), pages: 5 });
    expect(readAll(ids(SIZE), () => undefined).pages).toBe(1);
  });

  it.each([1, 5, 6, 49, 120])('lose nothing when %i rows vanish in front of them', (gone) => {
    const list = ids(230);
    const { met } = readAll(list, (rows, page) => page === 3 && rows.splice(0, gone));
    for (const id of list) expect(met).toContain(id);
  });

  it.each([1, 60])('lose nothing when %i rows are new at its head', (fresh) => {
    const { met } = readAll(ids(230), (rows, page) => page === 2 && rows.unshift(...Array.from({ length: fresh }, (_, n) => `new${n}`)));
    for (const id of ids(230)) expect(met).toContain(id);
  });

  it('lose nothing when all rows that would be met vanish', () => {
    const list = ids(230);
    const { met } = readAll(list, (rows, page) => page === 2 && rows.splice(85, 30));
    for (const id of list) expect(met).toContain(id);
  });

  it('are those of the links where the service heeds no number', () => {
    expect(readAll(ids(230), () => undefined, false).met).toEqual(new Set(ids(230)));
  });
});
