import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { PanelSection } from '../../ui/Panel';
import { errorWords } from '../common/error-words';
import { ConsentTimeline } from './ConsentTimeline';
import { PasteAddress } from './PasteAddress';
import { ProbeStatus } from './ProbeStatus';
import { useConsentHistory } from './use-consent-history';

/** From the link to a proven consent: what happened, what is being asked, and the pasted answer. */
export function ConsentProgress({ tenant: { tenantId }, appId }: { tenant: Tenant; appId: PartnerAppId }) {
  const history = useConsentHistory(tenantId, appId);
  return (
    <PanelSection title={i18n.t('Consent so far')}>
      {history.state === 'failed' && <p className="section-text">{errorWords(history.error).text}</p>}
      {history.state === 'ready' && (
        <>
          {history.value.events.length === 0 ? (
            <p className="section-text">{i18n.t('Nothing yet. Copying the link is the first entry; a token that works is the proof.')}</p>
          ) : (
            <ConsentTimeline events={history.value.events} />
          )}
          <ProbeStatus tenantId={tenantId} appId={appId} probe={history.value.probe} />
          <PasteAddress tenantId={tenantId} />
        </>
      )}
    </PanelSection>
  );
}
