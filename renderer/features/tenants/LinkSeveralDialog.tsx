import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { ChooseApp } from './ChooseApp';
import { TenantNames } from './TenantNames';

/** Links many customers to one of the partner apps, or takes the links away. */
export function LinkSeveralDialog({ tenants, onClose }: { tenants: readonly Tenant[]; onClose(): void }) {
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];
  const loadTenants = useApp((state) => state.loadTenants);
  const [chosen, choose] = useState<PartnerAppId | undefined>(apps[0]?.appId);
  const { busy, run } = useAction();
  const notices = useNotices();
  const linked = tenants.filter(({ appIds }) => chosen !== undefined && appIds.includes(chosen)).length;

  const link = async (on: boolean) => {
    if (chosen === undefined) return;
    const result = await run(() =>
      call('partnerApp.link', { appId: chosen, tenantIds: tenants.map(({ tenantId }) => tenantId), linked: on }),
    );
    if (!result.ok) return;
    await loadTenants();
    notices.done(on ? i18n.t('Linked') : i18n.t('Links taken away'));
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {i18n.t('Partner apps of {count, plural, one {# tenant} other {# tenants}}', { count: tenants.length })}
          </DialogTitle>
          <DialogContent className="dialog-fields">
            <ChooseApp apps={apps} chosen={chosen} onChoose={choose} />
            <p className="quiet">
              {i18n.t('{linked} of {tenants} linked to it now. A tenant that is linked to no app cannot be read.', {
                linked,
                tenants: tenants.length,
              })}
            </p>
            <TenantNames tenants={tenants} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
            <Button disabled={busy || linked === 0} onClick={() => void link(false)}>
              {i18n.t('Take links away')}
            </Button>
            <Button appearance="primary" disabled={busy || linked === tenants.length} onClick={() => void link(true)}>
              {i18n.t('Link')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
