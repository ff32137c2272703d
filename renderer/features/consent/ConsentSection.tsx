import { Button } from '@fluentui/react-components';
import { withElements } from '../../ui/with-elements';
import { i18n } from '@lingui/core';
import type { Output } from '../../../contract/ipc';
import type { PartnerAppId } from '../../../contract/partner-app';
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
export function ConsentSection({ tenant, appId }: { tenant: Tenant; appId: PartnerAppId }) {
  const savedAt = useApp(({ status }) => status?.partnerApps.find((app) => app.appId === appId)?.savedAt ?? 0);
  const go = useApp((state) => state.go);
  const [links] = useQuery('consent.links', { tenantId: tenant.tenantId, appId }, savedAt);
  return (
    <PanelSection title={i18n.t('Consent link')}>
      {links.state === 'failed' && (
        <>
          <p className="section-text">{errorWords(links.error).text}</p>
          {links.error.code === 'noPartnerApp' && <Button onClick={() => go({ page: 'partnerApp' })}>{i18n.t('Open Partner app')}</Button>}
        </>
      )}
      {links.state === 'ready' && <Links tenant={tenant} appId={appId} links={links.value} />}
    </PanelSection>
  );
}

function Links({ tenant, appId, links }: { tenant: Tenant; appId: PartnerAppId; links: Output<'consent.links'> }) {
  return (
    <div className="consent-links">
      <ConsentLink
        tenant={tenant}
        appId={appId}
        kind="adminV2"
        title={i18n.t('Admin-consent link')}
        recommended
        url={links.adminV2}
        copyLabel={i18n.t('Copy admin-consent link')}
        openLabel={i18n.t('Open admin-consent link')}
        actions={<SendActions tenant={tenant} appId={appId} />}
      >
        {withElements(
          i18n.t(
            'Send it to an administrator of {tenant}. It is bound to this tenant and carries a mark, so that the answer can be told apart. The browser ends at [[address]].',
            { tenant: tenant.displayName },
          ),
          { address: <span className="code">{links.redirectUri}</span> },
        )}
      </ConsentLink>
      <ConsentLink
        tenant={tenant}
        appId={appId}
        kind="adminV1"
        title={i18n.t('Older admin-consent link')}
        url={links.adminV1}
        copyLabel={i18n.t('Copy older admin-consent link')}
        openLabel={i18n.t('Open older admin-consent link')}
      >
        {i18n.t(
          'The v1.0 form of the same link, for administrators whose rules do not let the newer one through. It asks for all permissions the registration lists, on every API.',
        )}
      </ConsentLink>
      <ReportingLink tenant={tenant} appId={appId} url={links.reporting} listener={links.listener} />
      <ConsentLink
        tenant={tenant}
        appId={appId}
        kind="seed"
        title={i18n.t('Microsoft’s link')}
        url={links.seed}
        copyLabel={i18n.t("Copy Microsoft's link")}
        openLabel={i18n.t("Open Microsoft's link")}
      >
        {i18n.t(
          'The form in Microsoft’s partner guide, the same for every customer. It consents in whichever tenant the administrator signs in to, and tells us nothing of the outcome: get a token afterwards to see.',
        )}
      </ConsentLink>
    </div>
  );
}
