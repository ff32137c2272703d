import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { ChooseApp } from './ChooseApp';
import { TenantNames } from './TenantNames';
import { tenantsCount } from './tenants-count';

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
    notices.done(on ? 'Linked' : 'Links taken away');
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Partner apps of {tenantsCount(tenants.length)}</DialogTitle>
          <DialogContent className="dialog-fields">
            <ChooseApp apps={apps} chosen={chosen} onChoose={choose} />
            <p className="quiet">
              {linked} of {tenants.length} linked to it now. A tenant that is linked to no app cannot be read.
            </p>
            <TenantNames tenants={tenants} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button disabled={busy || linked === 0} onClick={() => void link(false)}>
              Take links away
            </Button>
            <Button appearance="primary" disabled={busy || linked === tenants.length} onClick={() => void link(true)}>
              Link
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
