import { describe, expect, it } from 'vitest';
import { sliceByTime } from '../../../main/store/queue/row-times';
import { seededPick } from '../../support/store/seeded';

const ROWS = 5_000;
const KINDS = ['mixed', 'rising', 'falling', 'with one far from all others', 'equal'] as const;
type Kind = (typeof KINDS)[number];

/** Few times, so that many are equal, and some rows without one. */
function rowsOf(kind: Kind): { keys: Float64Array; times: Float64Array } {
  const pick = seededPick(7);
  const times = Float64Array.from({ length: ROWS * 2 }, (_, key) => {
    if (kind === 'mixed') return pick([Number.NaN, Math.floor(pick([10, 200, 3_000]) * pick([0.1, 0.7, 1]))]);
    if (kind === 'equal') return 7;
    if (kind === 'with one far from all others') return key === 44 ? 2.5e14 : Math.floor(pick([10, 200, 3_000]) * pick([0.1, 0.7, 1]));
    return kind === 'rising' ? Math.floor(key / 3) : -Math.floor(key / 3);
  });
  return { keys: Float64Array.from({ length: ROWS }, (_, at) => at * 2), times };
}

/** As the list has them: by time, equals by their key, the other way round ascending, without a time last. */
function whole({ keys, times }: ReturnType<typeof rowsOf>, descending: boolean): number[] {
  const turn = descending ? 1 : -1;
  const order = (key: number) => {
    const time = times[key] ?? Number.NaN;
    return Number.isNaN(time) ? Number.MAX_VALUE : -turn * time;
  };
  return [...keys].sort((a, b) => order(a) - order(b) || turn * (a - b));
}

describe('a window of rows in the order of a time', () => {
  for (const kind of KINDS) {
    for (const descending of [true, false]) {
      it(`is what it is in the whole list, ${kind}, ${descending ? 'newest' : 'oldest'} first`, () => {
        const rows = rowsOf(kind);
        const expected = whole(rows, descending);
        for (const [offset, limit] of [
          [0, 1],
          [0, 100],
          [40, 60],
          [250, 60],
          [2_400, 100],
          [2_450, 2_500],
          [4_300, 5],
          [ROWS - 30, 100],
        ] as const) {
          const found = sliceByTime(rows.keys, rows.times, { descending, offset, limit });
          expect(found, `${offset}, ${limit}`).toEqual(expected.slice(offset, offset + limit));
        }
      });
    }
  }

  it('is empty behind the last row, and where nothing is asked for', () => {
    const rows = rowsOf('mixed');
    expect(sliceByTime(rows.keys, rows.times, { descending: true, offset: ROWS, limit: 5 })).toEqual([]);
    expect(sliceByTime(rows.keys, rows.times, { descending: true, offset: 0, limit: 0 })).toEqual([]);
  });
});
