import { Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { IncidentRow } from '../../../contract/incident';
import { useQuery } from '../../bridge/use-query';
import { CodeBox } from '../../ui/CodeBox';
import { CopyButton } from '../../ui/CopyButton';
import { errorWords } from '../common/error-words';

/** The incident as Microsoft sent it, asked for only when looked at, and again when it was read anew. */
export function RawIncident({ incident: { tenantId, incidentId, readAt } }: { incident: IncidentRow }) {
  const [raw] = useQuery('incidents.raw', { tenantId, incidentId }, readAt);
  if (raw.state === 'loading') return <Spinner className="panel-spinner" label={i18n.t('Reading…')} />;
  if (raw.state === 'failed') return <p className="section-text">{errorWords(raw.error).text}</p>;
  return (
    <>
      <div className="raw-head">
        <span className="quiet">{i18n.t('As the service sent it.')}</span>
        <CopyButton text={raw.value} label={i18n.t('Copy raw JSON')} />
      </div>
      <CodeBox text={raw.value} label={i18n.t('Raw JSON')} tall />
    </>
  );
}
