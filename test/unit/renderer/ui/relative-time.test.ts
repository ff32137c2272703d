import { describe, expect, it } from 'vitest';
import { relativeTime, shortTime, utcTime } from '../../../../renderer/ui/relative-time';

const NOW = Date.UTC(2026, 10, 23, 21, 0, 0);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('relativeTime', () => {
  it.each([
    [-10 * SECOND, 'just now'],
    [10 * SECOND, 'in a moment'],
    [-MINUTE, '1 min ago'],
    [-59 * MINUTE, '59 min ago'],
    [-60 * MINUTE, '1 h ago'],
    [-89 * MINUTE, '1 h ago'],
    [58 * MINUTE, 'in 58 min'],
    [-3 * HOUR, '3 h ago'],
    [-2 * DAY, '2 days ago'],
    [-13 * DAY, '13 days ago'],
  ])('%i ms from now is "%s"', (distance, words) => {
    expect(relativeTime(NOW + distance, NOW)).toBe(words);
  });

  it.each([
    [-10 * SECOND, 'just now'],
    [-50 * SECOND, '1 min'],
    [-19 * MINUTE, '19 min'],
    [-3 * HOUR, '3 h'],
    [-13 * DAY, '13 days'],
    [-30 * DAY, '24 Oct'],
  ])('%i ms from now is "%s" in a column whose name says that it is past', (distance, words) => {
    expect(shortTime(NOW + distance, NOW)).toBe(words);
  });

  it('gives the date beyond two weeks, with the year when it is another one', () => {
    expect(relativeTime(NOW - 30 * DAY, NOW)).toBe('24 Oct');
    expect(relativeTime(NOW - 400 * DAY, NOW)).toBe('19 Oct 2025');
  });
});

it('writes the exact moment in UTC', () => {
  expect(utcTime(NOW + 4 * MINUTE + 5 * SECOND)).toBe('2026-11-23 21:04:05 UTC');
});
