import { i18n } from '@lingui/core';
import type { Removal } from '../../../contract/store-care';
import { dayAndYear } from '../../ui/relative-time';
import { RelativeTime } from '../../ui/RelativeTime';
/** What was removed because it was older than it is kept, newest first. */
export function RemovalList({ removals }: { removals: readonly Removal[] }) {
  return (
    <ul className="plain-list">
      {removals.map(({ tenantId, tenantName, at, olderThan, incidents, unresolved }) => (
        <li key={`${tenantId} ${at}`}>
          <strong>{tenantName}</strong>:{' '}
          {unresolved > 0
            ? i18n.t(
                '{incidents, plural, one {# incident} other {# incidents}} last updated before {day}, {unresolved, number} of them not resolved',
                { incidents, day: dayAndYear(olderThan), unresolved },
              )
            : i18n.t('{incidents, plural, one {# incident} other {# incidents}} last updated before {day}', {
                incidents,
                day: dayAndYear(olderThan),
              })}
          <span className="quiet">
            {' · '}
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
