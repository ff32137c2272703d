import { expect, it } from 'vitest';
import type { Overview } from '../../../contract/overview';
import { evenOver, openColumns } from '../../../main/exports/report/report-charts';

const DAY = 86_400_000;
const LAST = Date.parse('2026-11-30T00:00:00Z');

it.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [9, 10],
  [10, 10],
  [57, 60],
  [101, 200],
  [322, 400],
])('%i is drawn under a line at %i, and half of that is whole', (most, top) => {
  expect(evenOver(most)).toBe(top);
  expect(Number.isInteger(evenOver(most) / 2)).toBe(true);
});

it.each([7, 30, 90])('of %i days the last one is named, and no more than have room', (count) => {
  const days = Array.from({ length: count }, (_, at) => ({ at: LAST - (count - 1 - at) * DAY, open: { high: 3 }, opened: 0, resolved: 0 }));
  const drawn = openColumns({ days, knownFrom: null } as unknown as Overview, ['high'], 'Open').text;
  const named = [...drawn.matchAll(/x="([\d.]+)"[^>]*>(\d{4}-\d\d-\d\d)</g)];
  expect(named.at(-1)?.[2]).toBe('2026-11-30');
  expect(named.length).toBeGreaterThan(3);
  expect(named.length).toBeLessThanOrEqual(6);
  for (const [, x] of named) expect(Number(x)).toBeGreaterThanOrEqual(100);
});
