import { i18n } from '@lingui/core';
import { Spinner } from '@fluentui/react-components';
import type { IncidentKey, Instant } from '../../../contract/ids';
import { HISTORY_SHOWN } from '../../../contract/incident-history';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { revisionOf } from '../../store/incidents-slice';
import { RelativeTime } from '../../ui/RelativeTime';
import { errorWords } from '../common/error-words';
import { HistoryChange } from './HistoryChange';

/** What changed in an incident, the newest first, and when that was seen from here. */
export function HistoryList({ incident: { tenantId, incidentId } }: { incident: IncidentKey }) {
  const revision = useApp(revisionOf(tenantId));
  const [query] = useQuery('incidents.history', { tenantId, incidentId }, revision);
  if (query.state === 'loading') return <Spinner className="panel-spinner" label={i18n.t('Looking…')} />;
  if (query.state === 'failed') return <p className="section-text">{errorWords(query.error).text}</p>;
  const { changes, firstSeenAt } = query.value;
  return (
    <ol className="history">
      {changes.map((change, index) => (
        <li key={`${index} ${change.seenAt}`}>
          <HistoryChange change={change} />
        </li>
      ))}
      {changes.length === HISTORY_SHOWN && (
        <li className="quiet">{i18n.t('Older changes are not shown: the newest {count, number} are.', { count: HISTORY_SHOWN })}</li>
      )}
      <li>
        <First at={firstSeenAt} />
      </li>
    </ol>
  );
}

function First({ at }: { at: Instant | null }) {
  if (at === null)
    return <span className="quiet">{i18n.t('It was there when this tenant was first read. What changed before is not known here.')}</span>;
  return (
    <>
      <RelativeTime at={at} full />
      <span>{i18n.t('First seen here')}</span>
    </>
  );
}
