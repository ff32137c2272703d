import { Spinner } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ConsentProbe } from '../../../contract/consent';
import type { TenantId } from '../../../contract/ids';
import type { PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { clockTime } from '../../ui/relative-time';
import { useAction } from '../common/use-action';
import { probeWords } from './consent-words';

interface ProbeStatusProps {
  tenantId: TenantId;
  appId: PartnerAppId;
  probe: ConsentProbe | null;
}

/** Whether a token is being asked for after a consent, and a way to begin and to end it. */
export function ProbeStatus({ tenantId, appId, probe }: ProbeStatusProps) {
  const { busy, run } = useAction();
  const active = probe?.state === 'asking' || probe?.state === 'waiting';
  const words = probe && probeWords(probe);
  return (
    <div className="consent-probe">
      {words && (
        <div className={`consent-probe-words consent-event-${words.tone}`} role="status">
          <div className="consent-probe-title">
            {active && <Spinner size="extra-tiny" />}
            <strong>{words.title}</strong>
          </div>
          {words.text && <div>{words.text}</div>}
          {probe.nextAt !== undefined && <div>{i18n.t('Asks again at {time}.', { time: clockTime(probe.nextAt) })}</div>}
        </div>
      )}
      <div className="section-actions">
        <ActionButton
          group="Tenants"
          disabled={busy || probe?.state === 'asking'}
          onClick={() => void run(() => call('consent.probe', { tenantId, appId }))}
        >
          {i18n.t('Check now')}
        </ActionButton>
        {active && (
          <ActionButton
            group="Tenants"
            appearance="subtle"
            disabled={busy}
            onClick={() => void run(() => call('consent.cancelProbe', { tenantId, appId }))}
          >
            {i18n.t('Stop asking')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
