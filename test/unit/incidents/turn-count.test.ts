import { describe, expect, it } from 'vitest';
import { TurnCount } from '../../../main/incidents/turn-count';
import { Turns } from '../../../main/incidents/turns';

const LARGE = { bytes: new Uint8Array(500_000) };
const LARGE_PACKED = { bytes: new Uint8Array(50_000), encoding: 'gzip' as const };
const SMALL = { bytes: new Uint8Array(15_000) };
const afterSmall = (answers: number) => {
  const count = new TurnCount();
  for (let answer = 0; answer < answers; answer++) count.learn(SMALL);
  return count;
};

describe('how many requests are under way', () => {
  it('is 32 while nothing is known, and while answers are large, packed or not', () => {
    expect(new TurnCount().current).toBe(32);
    for (const page of [LARGE, LARGE_PACKED, { bytes: new Uint8Array(60_000_000) }]) expect(afterSmall(3).learn(page)).toBeLessThan(34);
  });

  it('grows with small answers, up to 192', () => {
    const counts = [0, 3, 6, 12, 200].map((answers) => afterSmall(answers).current);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(192);
    expect(afterSmall(16).current).toBe(192);
  });

  it('falls at once with a large answer', () => {
    const count = afterSmall(200);
    expect(count.learn(LARGE)).toBe(33);
  });

  it('is fewer than 32 of very large answers, at least one, and 32 again after a while of others', () => {
    const count = new TurnCount();
    expect(count.learn({ bytes: { byteLength: 64 * 1024 * 1024 } })).toBe(4);
    expect(count.learn({ bytes: { byteLength: 2 ** 40 } })).toBe(1);
    count.learn({ bytes: { byteLength: 64 * 1024 * 1024 } });
    for (let answer = 0; answer < 120; answer++) count.learn(SMALL);
    expect(count.current).toBeGreaterThanOrEqual(32);
  });

  it('is kept by the turns: more are let through at once, and fewer once those under way are done', async () => {
    const never = new AbortController().signal;
    const turns = new Turns(1);
    const given: (() => void)[] = [];
    for (let wish = 0; wish < 6; wish++) {
      void turns.take({ interactive: false, newest: false, urgent: false }, never).then((giveBack) => giveBack && given.push(giveBack));
    }
    const settled = () => new Promise(setImmediate);
    await settled();
    expect(given).toHaveLength(1);
    turns.atOnce = 4;
    await settled();
    expect(given).toHaveLength(4);
    turns.atOnce = 2;
    for (const giveBack of given.slice(0, 2)) giveBack();
    await settled();
    expect(given).toHaveLength(4);
    given[2]?.();
    await settled();
    expect(given).toHaveLength(5);
  });
});
