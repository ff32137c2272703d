import { describe, expect, it } from 'vitest';
import { Random } from '../../../../sandbox/random/random';

const many = (random: Random, count: number) => Array.from({ length: count }, () => random.next());

describe('Random', () => {
  it('gives the same numbers for the same key, and others for another', () => {
    expect(many(new Random('1:2'), 50)).toEqual(many(new Random('1:2'), 50));
    expect(many(new Random('1:2'), 50)).not.toEqual(many(new Random('1:3'), 50));
  });

  it('spreads evenly enough that no tenth of the range is left out or crowded', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let key = 0; key < 5_000; key += 1) {
      const tenth = Math.floor(new Random(`seed:${key}:created`).next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(400);
    expect(Math.max(...tenths)).toBeLessThan(600);
  });

  it('picks by weight, never what weighs nothing', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 1_000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(new Set(picked)).toEqual(new Set(['often', 'seldom']));
    expect(picked.filter((one) => one === 'seldom').length).toBeLessThan(200);
  });

  it('makes GUIDs of version 4', () => {
    expect(new Random('guid').guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
