const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const local = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** "just now", "in a moment", "5 min ago", "in 58 min", "3 h ago", "2 days ago"; beyond two weeks the date. Both in milliseconds since 1970. */
export function relativeTime(instant: number, now: number): string {
  const distance = Math.abs(now - instant);
  if (distance < 45_000) return instant > now ? 'in a moment' : 'just now';
  if (distance >= 14 * DAY) {
    const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
    return (sameYear ? day : dayAndYear).format(instant);
  }
  const words = span(distance);
  return instant < now ? `${words} ago` : `in ${words}`;
}

/** "2026-11-23 21:04:05 UTC", so that two people in two zones speak of the same moment. */
export function utcTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Date and time on the clock of this computer. */
export function localTime(instant: number): string {
  return local.format(instant);
}

/** "21:04:05" on the clock of this computer, for a moment too near for words like "in a moment". */
export function clockTime(instant: number): string {
  return clock.format(instant);
}

function span(distance: number): string {
  if (distance < 59.5 * MINUTE) return `${Math.max(1, Math.round(distance / MINUTE))} min`;
  if (distance < 36 * HOUR) return `${Math.round(distance / HOUR)} h`;
  return `${Math.round(distance / DAY)} days`;
}
