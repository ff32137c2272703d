import { Open16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { IncidentDetail } from '../../../contract/incident';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { Monogram } from '../../ui/Monogram';
import { Pill } from '../../ui/Pill';
import { SeverityBars } from '../../ui/SeverityBars';
import { severityLevel, spoken } from '../common/incident-words';
import { useAction } from '../common/use-action';
import { StatusMark } from './StatusMark';

/** Severity, status, number, name and, always, the tenant. */
export function IncidentTitle({ detail: { row, portalUrl } }: { detail: IncidentDetail }) {
  const { tenantId, tenantName, incidentId, severity, status, name } = row;
  const { busy, run } = useAction();
  return (
    <>
      <div className="pill-row">
        <Pill>
          <SeverityBars level={severityLevel(severity)} label={spoken(severity)} />
        </Pill>
        <Pill>
          <StatusMark status={status} />
        </Pill>
        <span className="quiet incident-number">#{incidentId}</span>
      </div>
      <h2>{name || i18n.t('Without a name')}</h2>
      <div className="incident-tenant">
        <Monogram name={tenantName} seed={tenantId} />
        <span className="clip">{tenantName}</span>
        {portalUrl !== null && (
          <ActionButton
            group="Incident"
            size="small"
            icon={<Open16Regular />}
            disabled={busy}
            title={portalUrl}
            onClick={() => void run(() => call('incidents.openPortal', { tenantId, incidentId }))}
          >
            {i18n.t('Open in Defender portal')}
          </ActionButton>
        )}
      </div>
    </>
  );
}
