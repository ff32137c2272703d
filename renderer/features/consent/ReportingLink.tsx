import type { ConsentListener } from '../../../contract/consent';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { Banner } from '../../ui/Banner';
import { ConsentLink } from './ConsentLink';

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
      <Banner intent="warning" title="No link that reports back.">
        No port of this computer could be listened to. Send the link above and paste the address the browser ended on.
      </Banner>
    );
  }
  return (
    <ConsentLink
      tenant={tenant}
      appId={appId}
      kind="reporting"
      title="Link that reports back"
      url={url}
      copyLabel="Copy link that reports back"
      openLabel="Open link that reports back"
      notice={
        listener.port !== listener.preferredPort && (
          <Banner intent="warning" title={`Port ${listener.preferredPort} is taken.`}>
            Another program has it, so {listener.port} is used. Links copied earlier do not report back now.
          </Banner>
        )
      }
    >
      For a consent given in a browser on this computer: the answer comes here by itself. Register{' '}
      <span className="code">{listener.redirectUri}</span> as a redirect URI of your app first. On another computer the browser ends on a
      page that does not open: have its address sent to you and paste it below.
    </ConsentLink>
  );
}
