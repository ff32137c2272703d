import { Button, Spinner } from '@fluentui/react-components';
import { ErrorCircle24Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { incidentList } from '../../store/incident-list';
import { revisionOf } from '../../store/incidents-slice';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { errorWords } from '../common/error-words';
import { severityLevel } from '../common/incident-words';
import { IncidentActions } from '../writing/IncidentActions';
import { IncidentTabs } from './IncidentTabs';
import { IncidentTitle } from './IncidentTitle';

/** One incident in detail. */
export function IncidentPanel({ incident, onClose }: { incident: IncidentKey; onClose(): void }) {
  const revision = useApp(revisionOf(incident.tenantId));
  const [query, reload] = useQuery('incidents.get', incident, revision);
  const look = useApp((state) => state.look);
  const row = query.state === 'ready' ? query.value.row : null;
  // Shown is looked at, wherever it was opened from, and again when something new came in meanwhile.
  useEffect(() => {
    if (!row?.news) return;
    incidentList.looked(row);
    void look({ tenantId: row.tenantId, incidentId: row.incidentId });
  }, [row, look]);
  const severity = query.state === 'ready' ? severityLevel(query.value.row.severity) : 'informational';
  return (
    <Panel
      label={i18n.t('Incident details')}
      accent={`var(--severity-${severity})`}
      onClose={onClose}
      header={
        query.state === 'ready' ? (
          <IncidentTitle detail={query.value} />
        ) : (
          <h2>{i18n.t('Incident #{incidentId}', { incidentId: incident.incidentId })}</h2>
        )
      }
    >
      {query.state === 'loading' && <Spinner className="panel-spinner" label={i18n.t('Opening…')} />}
      {query.state === 'failed' && (
        <EmptyState
          icon={<ErrorCircle24Regular />}
          title={errorWords(query.error).title}
          actions={<Button onClick={reload}>{i18n.t('Try again')}</Button>}
        >
          {errorWords(query.error).text}
        </EmptyState>
      )}
      {query.state === 'ready' && (
        <>
          <IncidentActions incident={query.value.row} />
          <IncidentTabs detail={query.value} />
        </>
      )}
    </Panel>
  );
}
