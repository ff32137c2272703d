import { Button } from '@fluentui/react-components';
import type { Output } from '../../../contract/ipc';
import type { Tenant } from '../../../contract/tenant';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { PanelSection } from '../../ui/Panel';
import { errorWords } from '../common/error-words';
import { ConsentLink } from './ConsentLink';
import { ReportingLink } from './ReportingLink';
import { SendActions } from './SendActions';
import './consent.css';

/** The consent links of a tenant, the recommended one first. */
export function ConsentSection({ tenant }: { tenant: Tenant }) {
  const savedAt = useApp(({ status }) => status?.partnerApp?.savedAt ?? 0);
  const go = useApp((state) => state.go);
  const [links] = useQuery('consent.links', { tenantId: tenant.tenantId }, savedAt);
  return (
    <PanelSection title="Consent link">
      {links.state === 'failed' && (
        <>
          <p className="section-text">{errorWords(links.error).text}</p>
          {links.error.code === 'noPartnerApp' && <Button onClick={() => go({ page: 'partnerApp' })}>Open Partner app</Button>}
        </>
      )}
      {links.state === 'ready' && <Links tenant={tenant} links={links.value} />}
    </PanelSection>
  );
}

function Links({ tenant, links }: { tenant: Tenant; links: Output<'consent.links'> }) {
  return (
    <div className="consent-links">
      <ConsentLink
        tenant={tenant}
        kind="adminV2"
        title="Admin-consent link"
        recommended
        url={links.adminV2}
        copyLabel="Copy admin-consent link"
        openLabel="Open admin-consent link"
        actions={<SendActions tenant={tenant} />}
      >
        Send it to an administrator of {tenant.displayName}. It is bound to this tenant and carries a mark, so that the answer can be told
        apart. The browser ends at <span className="code">{links.redirectUri}</span>.
      </ConsentLink>
      <ReportingLink tenant={tenant} url={links.reporting} listener={links.listener} />
      <ConsentLink
        tenant={tenant}
        kind="seed"
        title="Microsoft’s link"
        url={links.seed}
        copyLabel="Copy Microsoft's link"
        openLabel="Open Microsoft's link"
      >
        The form in Microsoft’s partner guide, the same for every customer. It consents in whichever tenant the administrator signs in to,
        and tells us nothing of the outcome: get a token afterwards to see.
      </ConsentLink>
    </div>
  );
}
