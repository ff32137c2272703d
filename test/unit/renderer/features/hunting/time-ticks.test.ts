import { afterEach, expect, it, vi } from 'vitest';
import { timeTicks } from '../../../../../renderer/features/hunting/results/time-ticks';

afterEach(() => vi.unstubAllEnvs());

const HOUR = 3_600_000;
const ticks = (from: string, to: string, most: number, { apart = HOUR, utc = true } = {}) =>
  timeTicks({ from: Date.parse(from), to: Date.parse(to), apart }, most, utc);
const labels = (...asked: Parameters<typeof ticks>) => ticks(...asked).map(({ label }) => label);

it('names every day where there is room, else every second one, and no times where there is a value a day', () => {
  expect(labels('2026-11-23T00:00Z', '2026-11-27T00:00Z', 12, { apart: 24 * HOUR })).toEqual([
    '23 Nov',
    '24 Nov',
    '25 Nov',
    '26 Nov',
    '27 Nov',
  ]);
  expect(labels('2026-11-23T00:00Z', '2026-11-27T00:00Z', 3)).toEqual(['23 Nov', '25 Nov', '27 Nov']);
});

it('never has more than there is room for', () => {
  for (const hours of [1, 5, 24, 100, 720, 20_000])
    for (const most of [1, 2, 3, 7, 12])
      expect(
        labels('2026-01-05T07:31Z', new Date(Date.parse('2026-01-05T07:31Z') + hours * HOUR).toISOString(), most).length,
      ).toBeLessThanOrEqual(most);
});

it('names times of day, and with them the day they begin with and every midnight', () => {
  expect(labels('2026-11-23T14:20Z', '2026-11-24T09:00Z', 8)).toEqual([
    '23 Nov 15:00',
    '18:00',
    '21:00',
    '24 Nov',
    '03:00',
    '06:00',
    '09:00',
  ]);
});

it('is one moment where there is only one, or no round one in between', () => {
  expect(labels('2026-11-23T14:20Z', '2026-11-23T14:20Z', 8, { apart: 0 })).toEqual(['23 Nov 14:20']);
  expect(labels('2026-11-23T14:05Z', '2026-11-23T14:25Z', 1)).toEqual(['23 Nov 14:05']);
});

it('keeps to midnights of the clock of this computer, also where it is put back in between', () => {
  vi.stubEnv('TZ', 'Europe/Stockholm');
  const found = ticks('2026-10-23T22:00Z', '2026-10-26T23:00Z', 5, { utc: false });
  expect(found.map(({ label }) => label)).toEqual(['24 Oct', '25 Oct', '26 Oct', '27 Oct']);
  expect(found.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ]);
});
