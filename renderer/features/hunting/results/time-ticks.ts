import { utcDay } from '../../../ui/day-words';
import { clockAt } from '../../../ui/zone-clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 30, 90, 365].map((days) => days * DAY),
];

export interface TimeTick {
  /** Milliseconds since 1970. */
  at: number;
  label: string;
}

interface Along {
  from: number;
  to: number;
  /** Between two values: where they are days, no times are named. */
  apart: number;
}

/**
 * Round moments along a chart, at most so many: whole days ("24 Nov"), or times of day ("18:00"), where midnights say their day and the first one says its own
 * too. In UTC, or in the chosen zone.
 */
export function timeTicks({ from, to, apart }: Along, most: number, utc: boolean): TimeTick[] {
  const shift = (at: number) => (utc ? 0 : at - clockAt(at));
  // As the clock shows them, so that steps begin at its midnight, also where it is put forward or back in between.
  const [first, last] = [from - shift(from), to - shift(to)];
  const step =
    STEPS.find((one) => one >= Math.min(apart, DAY) && (last - first) / one < Math.max(1, most)) ??
    Math.ceil((last - first) / Math.max(1, most) / DAY) * DAY;
  const unit = Math.min(step, DAY);
  const begin = Math.ceil(first / unit) * unit;
  if (begin > last) return [{ at: from, label: labelOf(first, true) }];
  return Array.from({ length: Math.floor((last - begin) / step) + 1 }, (_, index) => {
    const shown = begin + index * step;
    return { at: shown + shift(shown + shift(shown)), label: labelOf(shown, index === 0) };
  });
}

function labelOf(shown: number, first: boolean): string {
  if (shown % DAY === 0) return utcDay(shown);
  const time = new Date(shown).toISOString().slice(11, 16);
  return first ? `${utcDay(shown)} ${time}` : time;
}
