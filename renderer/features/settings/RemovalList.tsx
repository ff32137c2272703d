import type { Removal } from '../../../contract/store-care';
import { dayAndYear } from '../../ui/relative-time';
import { RelativeTime } from '../../ui/RelativeTime';
import { counted } from '../common/incident-words';

/** What was removed because it was older than it is kept, newest first. */
export function RemovalList({ removals }: { removals: readonly Removal[] }) {
  return (
    <ul className="plain-list">
      {removals.map(({ tenantId, tenantName, at, olderThan, incidents, unresolved }) => (
        <li key={`${tenantId} ${at}`}>
          <strong>{tenantName}</strong>: {counted(incidents)} {incidents === 1 ? 'incident' : 'incidents'} last updated before{' '}
          {dayAndYear(olderThan)}
          {unresolved > 0 && `, ${counted(unresolved)} of them not resolved`}
          <span className="quiet">
            {' · '}
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
