import { i18n } from '@lingui/core';
import { localTime, relativeTime, utcTime } from '../../ui/relative-time';
import { useNow } from '../../ui/use-now';

/** A moment of a token: on this computer's clock, in UTC, and how far off. */
export function Moment({ at }: { at: number | undefined }) {
  const now = useNow();
  if (at === undefined) return <span className="quiet">{i18n.t('Not told')}</span>;
  return (
    <time dateTime={new Date(at).toISOString()}>
      {localTime(at)}{' '}
      <span className="quiet">
        · {utcTime(at)} · {relativeTime(at, now)}
      </span>
    </time>
  );
}
