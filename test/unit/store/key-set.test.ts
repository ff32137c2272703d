import { describe, expect, it } from 'vitest';
import { KeySet } from '../../../main/store/queue/key-set';
import { seededPick } from '../../support/store/seeded';

describe('a set of keys', () => {
  it('has what any of its lists has, once, in order', () => {
    const set = KeySet.of(['7,3,3,1000000', null, '5,7']);
    expect([...set.keys]).toEqual([3, 5, 7, 1_000_000]);
    expect(set.size).toBe(4);
    expect(set.toJson()).toBe('[3,5,7,1000000]');
  });

  it('is empty of nothing', () => {
    for (const set of [KeySet.of([]), KeySet.of([null]), KeySet.EMPTY]) {
      expect([set.size, set.has(0), set.toJson()]).toEqual([0, false, '[]']);
    }
  });

  it('agrees with a plain set, for keys no 32 bits hold as well', () => {
    const pick = seededPick(3);
    const keys = Array.from({ length: 400 }, (_, key) => key * (key % 2 ? 1 : 2 ** 30)).filter(() => pick([true, false]));
    for (const list of [keys, keys.toSorted((a, b) => a - b)]) {
      const set = KeySet.of([list.join(',')]);
      const plain = new Set(list);
      for (let key = 0; key < 400; key += 1) {
        for (const one of [key, key * 2 ** 30]) expect([one, set.has(one)]).toEqual([one, plain.has(one)]);
      }
    }
  });
});
