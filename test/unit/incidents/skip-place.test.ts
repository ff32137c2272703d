import { describe, expect, it } from 'vitest';
import { nextPlace, parsePlace, placeText, type SkipPlace } from '../../../main/incidents/skip-place';

const SIZE = 20;

/** Reads a list that `move` changes before each page but the first; out: every id met, and how many pages it took. */
function readAll(list: string[], move: (list: string[], page: number) => void): { met: Set<string>; pages: number } {
  const met = new Set<string>();
  let place: SkipPlace | null = null;
  for (let pages = 1; pages < 100; pages++) {
    const skip: number = place?.skip ?? 0;
    const ids = list.slice(skip, skip + SIZE);
    for (const id of ids) met.add(id);
    const next: SkipPlace | 'same' | null = nextPlace(place, ids, SIZE);
    if (next === null) return { met, pages };
    if (next === 'same') throw new Error('taken for a repetition');
    place = next;
    move(list, pages);
  }
  throw new Error('reading did not end');
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `i${index}`);

describe('a list paged by $skip', () => {
  it('is read with hardly more pages than it has', () => {
    expect(readAll(ids(60), () => undefined)).toEqual({ met: new Set(ids(60)), pages: 4 });
  });

  it.each([1, 4, 5, 12, 19])('loses nothing when %i rows vanish in front of the place', (gone) => {
    const list = ids(90);
    const { met } = readAll(list, (rows, page) => page === 2 && rows.splice(0, gone));
    for (const id of list) expect(met).toContain(id);
  });

  it.each([1, 5, 20, 33])('loses nothing when %i rows are new at its head', (fresh) => {
    const { met } = readAll(ids(90), (rows, page) => page === 2 && rows.unshift(...Array.from({ length: fresh }, (_, n) => `new${n}`)));
    for (const id of ids(90)) expect(met).toContain(id);
  });

  it('loses nothing when all rows it would meet vanish', () => {
    const list = ids(90);
    const { met } = readAll(list, (rows, page) => page === 2 && rows.splice(28, 10));
    for (const id of list) expect(met).toContain(id);
  });

  it('is known not to heed $skip', () => {
    const first = nextPlace(null, ids(SIZE), SIZE);
    expect(first === 'same' ? first : nextPlace(first, ids(SIZE), SIZE)).toBe('same');
  });

  it('is gone on with after its place was written down', () => {
    const place = { kind: 'skip' as const, skip: 95, anchors: ['a,b', 'no-id-"x"'] };
    expect(parsePlace(placeText(place))).toEqual(place);
    expect(parsePlace('https://api.lab.example/next')).toEqual({ kind: 'link', link: 'https://api.lab.example/next' });
    expect(parsePlace(null)).toBeNull();
  });
});
