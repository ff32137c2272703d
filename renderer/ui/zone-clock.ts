import { chosenZone } from './date-format';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Asked thousands of times in a row, and slow to make. */
let known: { zone: string; format: Intl.DateTimeFormat } | null = null;

/** What the clock of the chosen zone shows at a moment, as the moment at which UTC's clock shows the same (milliseconds since 1970). */
export function clockAt(at: number): number {
  const zone = chosenZone();
  if (zone === undefined) return at - new Date(at).getTimezoneOffset() * MINUTE;
  const parts = formatOf(zone).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? '';
  const year = Number(part('year'));
  const shown = new Date(0);
  // `Date.UTC` takes the year 1, which tables are full of where nothing is known, for 1901; and before it comes the first one BC.
  shown.setUTCFullYear(part('era') === 'B' ? 1 - year : year, Number(part('month')) - 1, Number(part('day')));
  return shown.setUTCHours(Number(part('hour')), Number(part('minute')), Number(part('second')), new Date(at).getUTCMilliseconds());
}

/**
 * The moment at which the clock of the chosen zone shows this. Of two, where it is put back, the first; where it is put forward over it, the moment it would
 * have been: both as `Date` has it for this computer's clock (ECMA-262, UTC(t)), and "compatible" in Temporal.
 */
export function momentShown(shown: number): number {
  // Every zone is less than a day from UTC, and none puts its clock twice in two days.
  const offsets = [shown - DAY, shown + DAY].map((at) => clockAt(at) - at);
  const [before = 0] = offsets;
  const moments = offsets.map((offset) => shown - offset).filter((at) => clockAt(at) === shown);
  return moments.length === 0 ? shown - before : Math.min(...moments);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  if (known?.zone !== zone) {
    const digits = {
      era: 'narrow',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    known = { zone, format: new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { timeZone: zone, hourCycle: 'h23', ...digits }) };
  }
  return known.format;
}
