import { i18n } from '@lingui/core';
import { ageWords } from './day-words';
import { localTime, relativeTime, shortTime, utcTime } from './relative-time';
import { useNow } from './use-now';

interface RelativeTimeProps {
  /** Milliseconds since 1970; nothing known is a dash. */
  at: number | null | undefined;
  /** Date and time first, the distance after it. */
  full?: boolean;
}

/** How long ago a moment was, in a column whose name says what it is of; the exact one in UTC on hover. */
export function ShortTime({ at }: { at: number | null }) {
  const now = useNow();
  if (at === null) return <span className="quiet">–</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={utcTime(at)}>
      {shortTime(at, Math.max(at, now))}
    </time>
  );
}

/** A moment as people say it, with the exact one in UTC on hover. */
export function RelativeTime({ at, full = false }: RelativeTimeProps) {
  const now = useNow();
  if (at === null || at === undefined) return <span className="quiet">–</span>;
  // A moment seen between two ticks of the shared clock is not in the future.
  const distance = relativeTime(at, at > now && at - now < 30_000 ? at : now);
  return (
    <time dateTime={new Date(at).toISOString()} title={utcTime(at)}>
      {full ? `${localTime(at)} · ${distance}` : distance}
    </time>
  );
}

/** Date and time in the chosen zone, with the same moment in UTC on hover. */
export function LocalTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={utcTime(at)}>
      {localTime(at)}
    </time>
  );
}

/** How old something is, with the moment it began on hover. */
export function Age({ since }: { since: number | null }) {
  const now = useNow();
  if (since === null) return <span className="quiet">–</span>;
  return (
    <time dateTime={new Date(since).toISOString()} title={i18n.t('{local} ({utc})', { local: localTime(since), utc: utcTime(since) })}>
      {ageWords(now - since)}
    </time>
  );
}
