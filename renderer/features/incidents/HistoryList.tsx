import { i18n } from '@lingui/core';
import { Spinner } from '@fluentui/react-components';
import type { IncidentKey, Instant } from '../../../contract/ids';
import { type ChangedField, HISTORY_SHOWN, type IncidentHistory } from '../../../contract/incident-history';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { RelativeTime } from '../../ui/RelativeTime';
import { errorWords } from '../common/error-words';
import { spoken } from '../common/incident-words';

const FIELDS: Readonly<Record<ChangedField, string>> = {
  name: /*i18n*/ 'Name',
  severity: /*i18n*/ 'Severity',
  status: /*i18n*/ 'Status',
  assignedTo: /*i18n*/ 'Assigned to',
  classification: /*i18n*/ 'Classification',
  determination: /*i18n*/ 'Determination',
  alertCount: /*i18n*/ 'Alerts',
  redirectIncidentId: /*i18n*/ 'Merged into',
};
/** Values that are words of the service and not of people. */
const SPOKEN: ReadonlySet<ChangedField> = new Set<ChangedField>(['severity', 'status', 'classification', 'determination']);

/** What changed in an incident, the newest first, and when that was seen from here. */
export function HistoryList({ incident: { tenantId, incidentId } }: { incident: IncidentKey }) {
  const revision = useApp((state) => state.incidentsRevision);
  const [query] = useQuery('incidents.history', { tenantId, incidentId }, revision);
  if (query.state === 'loading') return <Spinner className="panel-spinner" label={i18n.t('Looking…')} />;
  if (query.state === 'failed') return <p className="section-text">{errorWords(query.error).text}</p>;
  const { changes, firstSeenAt } = query.value;
  return (
    <ol className="history">
      {changes.map((change, index) => (
        <li key={`${index} ${change.seenAt}`}>
          <Change change={change} />
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

function Change({ change: { seenAt, updatedAt, fields } }: { change: IncidentHistory['changes'][number] }) {
  return (
    <>
      <RelativeTime at={updatedAt ?? seenAt} full />
      <span className="quiet history-seen">
        {i18n.t('Seen here')} <RelativeTime at={seenAt} />
      </span>
      {fields.length === 0 && <span>{i18n.t('Something else was updated: an alert, a tag or a comment.')}</span>}
      {fields.map(({ field, before, after }) => (
        <span key={field} className="history-change">
          <strong>{i18n.t(FIELDS[field])}</strong> {shown(field, before)} <span aria-label={i18n.t('became')}>→</span> {shown(field, after)}
        </span>
      ))}
    </>
  );
}

function shown(field: ChangedField, value: string | null): string {
  if (value === null || value === '') return i18n.t('none');
  return SPOKEN.has(field) ? spoken(value) : value;
}
