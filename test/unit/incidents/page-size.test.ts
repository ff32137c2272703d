import { expect, it } from 'vitest';
import { isTooMuch, lighterPage } from '../../../main/incidents/page-size';

it('asks for a quarter of the rows each time, and for no fewer than ten', () => {
  expect([0, 1, 2, 3].map((lighter) => lighterPage(100, lighter))).toEqual([100, 25, 10, 10]);
  expect([0, 1, 2, 3].map((lighter) => lighterPage(50, lighter))).toEqual([50, 12, 10, 10]);
  expect(lighterPage(10, 1)).toBe(10);
  // What a service of few rows gives is never made more.
  expect(lighterPage(4, 2)).toBe(4);
});

it('fewer rows may mend what was too large or took too long, here or at the service, and nothing else', () => {
  const at = 1;
  expect(isTooMuch({ problem: { code: 'unreadable', at, httpStatus: 200 }, tooLarge: true })).toBe(true);
  expect(isTooMuch({ problem: { code: 'timeout', at } })).toBe(true);
  expect(isTooMuch({ problem: { code: 'serviceError', at, httpStatus: 504 } })).toBe(true);
  expect(isTooMuch({ problem: { code: 'serviceError', at, httpStatus: 504, retryAt: 9 } })).toBe(false);
  for (const code of ['unreadable', 'serviceError', 'throttled', 'unreachable'] as const)
    expect(isTooMuch({ problem: { code, at, httpStatus: 503 } })).toBe(false);
});
