import { Button, Checkbox, Tab, TabList } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { PanelSection } from '../../ui/Panel';
import { useAction } from '../common/use-action';

interface TenantAppsProps {
  tenant: Tenant;
  /** What is shown of the chosen app. */
  children(appId: PartnerAppId): ReactNode;
}

/** Which partner apps a customer is linked to, and consent and token of one of them. With a single app there is nothing to choose. */
export function TenantApps({ tenant, children }: TenantAppsProps) {
  const apps = useApp(({ status }) => status?.partnerApps);
  const [chosen, choose] = useState<PartnerAppId | null>(null);
  const go = useApp((state) => state.go);
  if (!apps) return null;
  const linked = apps.filter(({ appId }) => tenant.appIds.includes(appId));
  const shown = linked.find(({ appId }) => appId === chosen) ?? linked[0];
  const nothingToChoose = apps.length === 1 && linked.length === 1;
  return (
    <>
      {!nothingToChoose && (
        <PanelSection title={i18n.t('Partner apps')}>
          {apps.length === 0 ? (
            <>
              <p className="section-text">{i18n.t('There is no partner app yet, so nothing can be asked of this tenant.')}</p>
              <Button onClick={() => go({ page: 'partnerApp' })}>{i18n.t('Open Partner app')}</Button>
            </>
          ) : (
            <AppLinks tenant={tenant} />
          )}
          {linked.length > 1 && (
            <TabList
              size="small"
              selectedValue={shown?.appId}
              onTabSelect={(_event, { value }) => choose(String(value))}
              aria-label={i18n.t('Consent and token of')}
            >
              {linked.map(({ appId, name }) => (
                <Tab key={appId} value={appId}>
                  {name}
                </Tab>
              ))}
            </TabList>
          )}
        </PanelSection>
      )}
      {shown && children(shown.appId)}
    </>
  );
}

/** Ticked: the customer is linked to the app. */
function AppLinks({ tenant: { tenantId, appIds } }: { tenant: Tenant }) {
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];
  const loadTenants = useApp((state) => state.loadTenants);
  const { busy, run } = useAction();
  const link = async (appId: PartnerAppId, linked: boolean) => {
    await run(() => call('partnerApp.link', { appId, tenantIds: [tenantId], linked }));
    await loadTenants();
  };
  return (
    <div className="app-links" role="group" aria-label={i18n.t('Linked partner apps')}>
      {apps.map(({ appId, name, cloud }) => (
        <Checkbox
          key={appId}
          label={`${name} (${cloud.name})`}
          checked={appIds.includes(appId)}
          disabled={busy}
          onChange={(_event, { checked }) => void link(appId, checked === true)}
        />
      ))}
      {appIds.length === 0 && <p className="section-text">{i18n.t('Linked to no app: nothing can be asked of this tenant.')}</p>}
    </div>
  );
}
