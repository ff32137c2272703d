import { i18n } from '@lingui/core';
import type { ConsentListener } from '../../../contract/consent';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { Banner } from '../../ui/Banner';
import { ConsentLink } from './ConsentLink';
import { withElements } from '../../ui/with-elements';

interface ReportingLinkProps {
  tenant: Tenant;
  appId: PartnerAppId;
  url: string | null;
  listener: ConsentListener | null;
}

/** The link whose answer comes to Tenantry by itself, with what it needs. */
export function ReportingLink({ tenant, appId, url, listener }: ReportingLinkProps) {
  if (url === null || listener === null) {
    return (
      <Banner intent="warning" title={i18n.t('No link that reports back.')}>
        {i18n.t('No port of this computer could be listened to. Send the link above and paste the address the browser ended on.')}
      </Banner>
    );
  }
  return (
    <ConsentLink
      tenant={tenant}
      appId={appId}
      kind="reporting"
      title={i18n.t('Link that reports back')}
      url={url}
      copyLabel={i18n.t('Copy link that reports back')}
      openLabel={i18n.t('Open link that reports back')}
      notice={
        listener.port !== listener.preferredPort && (
          <Banner intent="warning" title={i18n.t('Port {preferredPort} is taken.', { preferredPort: listener.preferredPort })}>
            {i18n.t('Another program has it, so {port} is used. Links copied earlier do not report back now.', { port: listener.port })}
          </Banner>
        )
      }
    >
      {withElements(
        i18n.t(
          'For a consent given in a browser on this computer: the answer comes here by itself. Register [[redirectUri]] as a redirect URI of your app first. On another computer the browser ends on a page that does not open: have its address sent to you and paste it below.',
        ),
        { redirectUri: <span className="code">{listener.redirectUri}</span> },
      )}
    </ConsentLink>
  );
}
