import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cellText } from '../../../../renderer/features/hunting/results/cell';
import { timeTicks } from '../../../../renderer/features/hunting/results/time-ticks';
import { showDatesIn } from '../../../../renderer/ui/date-format';
import { localTime } from '../../../../renderer/ui/relative-time';
import { instantOf, typedTime } from '../../../../renderer/ui/typed-time';
import { clockAt, momentShown } from '../../../../renderer/ui/zone-clock';

afterEach(() => showDatesIn('system'));

const meant = (typed: string) => new Date(instantOf(typed, 'chosen') ?? Number.NaN).toISOString().slice(0, 16);

describe('the clock of the chosen zone', () => {
  it('is the one times are typed by, and read by again', () => {
    showDatesIn('America/New_York');
    expect(meant('2026-11-28 21:04')).toBe('2026-11-29T02:04');
    expect(typedTime(Date.UTC(2026, 10, 29, 2, 4), 'chosen')).toBe('2026-11-28 21:04');
    expect(localTime(Date.UTC(2026, 10, 29, 2, 4))).toContain('28');
    expect(meant('2026-07-01 12:00')).toBe('2026-07-01T16:00');
    showDatesIn('Asia/Kathmandu');
    expect(meant('2026-11-28 00:00')).toBe('2026-11-27T18:15');
    showDatesIn('UTC');
    expect(meant('2026-11-28 21:04')).toBe('2026-11-28T21:04');
  });

  it('is put forward over a time, which means what it would have been', () => {
    showDatesIn('Europe/Stockholm');
    expect(meant('2026-03-29 01:59')).toBe('2026-03-29T00:59');
    expect(meant('2026-03-29 02:30')).toBe('2026-03-29T01:30');
    expect(typedTime(Date.UTC(2026, 2, 29, 1, 30), 'chosen')).toBe('2026-03-29 03:30');
    expect(meant('2026-03-29 03:00')).toBe('2026-03-29T01:00');
  });

  it('and back to one it showed before, which means the first of the two', () => {
    showDatesIn('Europe/Stockholm');
    expect(meant('2026-10-25 02:30')).toBe('2026-10-25T00:30');
    expect(typedTime(Date.UTC(2026, 9, 25, 0, 30), 'chosen')).toBe('2026-10-25 02:30');
    expect(typedTime(Date.UTC(2026, 9, 25, 1, 30), 'chosen')).toBe('2026-10-25 02:30');
    expect(meant('2026-10-25 03:00')).toBe('2026-10-25T02:00');
  });

  it('leaves out a whole day where the zone did', () => {
    showDatesIn('Pacific/Apia');
    expect(meant('2011-12-29 23:59')).toBe('2011-12-30T09:59');
    expect(meant('2011-12-30 12:00')).toBe('2011-12-30T22:00');
    expect(meant('2011-12-31 00:00')).toBe('2011-12-30T10:00');
  });

  it('shows years that are none the same way, to the millisecond', () => {
    showDatesIn('America/New_York');
    const none = Date.parse('0001-01-01T00:00:00Z');
    expect(new Date(clockAt(none)).toISOString()).toBe('0000-12-31T19:03:58.000Z');
    expect(clockAt(Date.UTC(1960, 0, 1, 5, 0, 0, 7))).toBe(Date.UTC(1960, 0, 1, 0, 0, 0, 7));
    expect(cellText('0001-01-01T00:00:00Z', 'datetime', true)).toBe('0001-01-01 00:00:00');
  });

  it('is that of cells and charts of hunting as well', () => {
    showDatesIn('Asia/Kathmandu');
    expect(cellText('2026-11-28T18:15:07.5Z', 'datetime', false)).toBe('2026-11-29 00:00:07');
    const day = timeTicks({ from: Date.UTC(2026, 10, 28, 17), to: Date.UTC(2026, 10, 28, 20), apart: 3_600_000 }, 8, false);
    expect(day.map(({ label }) => label)).toContain('29 Nov');
  });
});

describe('agrees with `Date` on the clock of this computer', () => {
  beforeEach(() => void vi.stubEnv('TZ', 'America/St_Johns'));
  afterEach(() => void vi.unstubAllEnvs());

  it('at every quarter of an hour around its changes', () => {
    const [spring, autumn] = [Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1)];
    for (const from of [spring, autumn]) {
      for (let quarter = -100; quarter < 100; quarter += 1) {
        const shown = from + quarter * 900_000;
        const byDate = Date.parse(new Date(shown).toISOString().slice(0, -1));
        for (const zone of ['system', 'America/St_Johns']) {
          showDatesIn(zone);
          expect([zone, momentShown(shown)]).toEqual([zone, byDate]);
        }
      }
    }
  });
});
