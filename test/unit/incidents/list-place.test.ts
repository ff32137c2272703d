import { describe, expect, it } from 'vitest';
import { isByLink, type ListedRow, type ListPlace, placeAfter } from '../../../main/incidents/list-place';
import { xdrCursor, xdrPlace } from '../../../main/incidents/xdr-place';
import { seededPick } from '../../support/store/seeded';

const linkTo = (from: number): string => `https://api.lab.example/incidents?$skiptoken=${from}`;
const tokenOf = (link: string | null): number => Number(new URL(link ?? '').searchParams.get('$skiptoken'));

/** How a service answers: in pages of `size`, with or without links, heeding `$skip` or not. */
interface Service {
  size: number;
  links?: boolean;
  heeds?: boolean;
}

/** Reads a list that `move` changes before each page but the first; out: every ID met, and how many pages it took. */
function readAll(list: ListedRow[], { size, links = false, heeds = true }: Service, move: (list: ListedRow[], page: number) => unknown) {
  const met = new Set<string>();
  let place: ListPlace = xdrPlace(null);
  for (let pages = 1; pages < 500; pages++) {
    const from = isByLink(place) ? tokenOf(place.link) : heeds ? place.skip : 0;
    const rows = list.slice(from, from + size);
    for (const { incidentId } of rows) met.add(incidentId);
    const more = from + rows.length < list.length;
    const after = placeAfter(place, rows, {
      link: links && more ? linkTo(from + rows.length) : null,
      more: links ? more : rows.length === size,
      most: size,
    });
    if (after === null) return { met, pages };
    // Every place is written down with its page.
    place = xdrPlace(xdrCursor(after));
    move(list, pages);
  }
  throw new Error('reading did not end');
}

/** The newest first, by either time or by both; of a list by one of them the other is at random. */
const ORDERS = ['createdAt', 'updatedAt', 'both'] as const;
type Order = (typeof ORDERS)[number];
const rowAt = (incidentId: string, at: number, order: Order): ListedRow => {
  const other = order === 'both' ? at : (at * 7_919) % 1_000;
  return order === 'updatedAt' ? { incidentId, updatedAt: at, createdAt: other } : { incidentId, createdAt: at, updatedAt: other };
};
const rows = (count: number, order: Order = 'both', from = 100_000): ListedRow[] =>
  Array.from({ length: count }, (_, index) => rowAt(`i${from - index}`, from - index, order));
const idsOf = (list: readonly ListedRow[]) => list.map(({ incidentId }) => incidentId);
const fresh = (count: number, order: Order = 'both') => rows(count, order, 200_000);

const SERVICES: [string, Service][] = [
  ['by $skip', { size: 20 }],
  ['by $skip, with links', { size: 20, links: true }],
];

describe.each(SERVICES)('a list paged %s', (_name, service) => {
  it('is read with hardly more pages than it has', () => {
    expect(readAll(rows(60), service, () => undefined)).toEqual({ met: new Set(idsOf(rows(60))), pages: 4 });
    expect(readAll(rows(15), service, () => undefined).pages).toBe(1);
  });

  it.each([1, 4, 5, 12, 19, 33])('loses nothing when %i rows vanish in front of the place', (gone) => {
    const list = rows(90);
    const { met } = readAll(list, service, (left, page) => page === 2 && left.splice(0, gone));
    for (const id of idsOf(list)) expect(met).toContain(id);
  });

  it('loses nothing when all rows it would meet vanish', () => {
    const list = rows(90);
    const { met } = readAll(list, service, (left, page) => page === 2 && left.splice(28, 10));
    for (const id of idsOf(list)) expect(met).toContain(id);
  });

  it.each(ORDERS.flatMap((order) => [1, 14, 15, 16, 20, 33, 150].map((grown) => [grown, order] as const)))(
    'goes on where it was when %i rows are new at its head, in the order of %s',
    (grown, order) => {
      const all = idsOf(rows(600, order));
      const still = readAll(rows(600, order), service, () => undefined).pages;
      const { met, pages } = readAll(rows(600, order), service, (list, page) => page === 20 && list.unshift(...fresh(grown, order)));
      for (const id of all) expect(met).toContain(id);
      expect(pages).toBeLessThanOrEqual(still + Math.ceil(grown / 15));
    },
  );

  it('loses nothing when it grows and shrinks at once, in an order nobody knows', () => {
    const list = rows(300).map((row, index) => ({ ...row, createdAt: (index * 37) % 11, updatedAt: null }));
    const { met } = readAll(list, service, (left, page) => {
      if (page === 5) left.splice(40, 60);
      if (page === 9) left.unshift(...fresh(40));
    });
    for (const id of idsOf(list)) expect(met).toContain(id);
  });

  it('is not gone on with where equal times leave open what lies between', () => {
    const list = rows(90).map((row) => ({ ...row, createdAt: 7, updatedAt: 7 }));
    const { met } = readAll(list, service, (left, page) => page === 2 && left.splice(10, 30));
    for (const id of idsOf(list)) expect(met).toContain(id);
  });
});

/** Reads a list in which anything may happen between two pages. Out: what was listed all the time, as it was, and was not met. */
function lostAtRandom(seed: number, order: 'createdAt' | 'updatedAt'): string[] {
  const pick = seededPick(seed);
  let clock = 1_000;
  let made = 0;
  const list: ListedRow[] = [];
  const some = (): number => pick([...list.keys(), 0]);
  const create = (): void => {
    clock += pick([0, 1]);
    list.push({ incidentId: `i${made++}`, createdAt: clock, updatedAt: clock });
  };
  const update = (): void => {
    clock += 1;
    list.splice(some(), 1).forEach((row) => list.push({ ...row, updatedAt: clock }));
  };
  const times = (count: number, what: () => void): void => {
    for (let left = count; left > 0; left--) what();
    list.sort((one, other) => (other[order] ?? 0) - (one[order] ?? 0));
  };
  times(pick([15, 40, 120]), create);
  times(pick([0, 30]), update);
  const began = [...list];
  const { met } = readAll(list, pick(SERVICES)[1], (_list, page) => {
    if (page > 30) return;
    const what = pick(['create', 'update', 'vanish', null, null, null]);
    if (what === 'create') times(pick([1, 3, 15, 20, 40]), create);
    if (what === 'update') times(pick([1, 5, 12]), update);
    if (what === 'vanish') list.splice(some(), pick([1, 3, 7, 20]));
  });
  return idsOf(began.filter((row) => list.includes(row) && !met.has(row.incidentId)));
}

describe('a list that does whatever it likes while it is read', () => {
  it.each(['createdAt', 'updatedAt'] as const)('loses nothing, in the order of %s', (order) => {
    const lost = Array.from({ length: 500 }, (_, seed) => ({ seed, lost: lostAtRandom(seed + 1, order) }));
    expect(lost.filter((one) => one.lost.length > 0)).toEqual([]);
  });
});

describe('a list paged by links', () => {
  it('is followed by them where the service does not heed the number', () => {
    expect(readAll(rows(230), { size: 50, links: true, heeds: false }, () => undefined).met).toEqual(new Set(idsOf(rows(230))));
  });

  it('is followed by them where pages are too short for the number to get on', () => {
    expect(readAll(rows(23), { size: 4, links: true }, () => undefined).met).toEqual(new Set(idsOf(rows(23))));
  });
});

describe('a place of Defender XDR', () => {
  it('is read back as it was written down, also by an earlier version', () => {
    const place = {
      link: 'https://api.lab.example/next',
      skip: 95,
      anchors: ['a,b', 'no-id-"x"'],
      last: { createdAt: 1, updatedAt: null },
    };
    expect(xdrPlace(xdrCursor(place))).toEqual(place);
    expect(xdrPlace('https://api.lab.example/next')).toEqual({ link: 'https://api.lab.example/next', skip: 0 });
    expect(xdrPlace('skip:{"skip":95,"anchors":["a"],"top":25}')).toEqual({ link: null, skip: 95, anchors: ['a'], top: 25 });
    for (const cursor of [null, 'skip:', 'skip:{"skip":-1}']) expect(xdrPlace(cursor)).toEqual({ link: null, skip: 0 });
  });
});
