import type { Token } from './tokens';

const MS = 1;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: Readonly<Record<string, number>> = {
  d: DAY,
  day: DAY,
  days: DAY,
  h: HOUR,
  hr: HOUR,
  hrs: HOUR,
  hour: HOUR,
  hours: HOUR,
  m: MINUTE,
  min: MINUTE,
  minute: MINUTE,
  minutes: MINUTE,
  s: SECOND,
  sec: SECOND,
  second: SECOND,
  seconds: SECOND,
  ms: MS,
};

/** Milliseconds of a literal such as `1d` or `30m`; null: none. */
export function spanOf(token: Token | undefined): number | null {
  const found = /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(token?.kind === 'number' ? token.text : '');
  const unit = found && UNITS[found[2]?.toLowerCase() ?? ''];
  return unit ? Number(found[1]) * unit : null;
}
