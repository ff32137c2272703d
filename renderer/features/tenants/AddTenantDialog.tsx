import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { ResolvedTenant } from '../../../contract/tenant';
import { displayName } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { ChooseApp } from './ChooseApp';
import { FindTenant } from './FindTenant';
import { FoundTenant } from './FoundTenant';
import { nameFromDomain } from './tenant-query';

/** Adds a customer: find it by ID or domain, look at what was found, name it. */
export function AddTenantDialog({ onClose }: { onClose(): void }) {
  const [found, setFound] = useState<ResolvedTenant | null>(null);
  const [name, setName] = useState('');
  const [suggested, setSuggested] = useState('');
  const apps = useApp(({ status }) => status?.partnerApps) ?? [];
  const [appId, setAppId] = useState<PartnerAppId | undefined>(apps[0]?.appId);
  const { busy, run } = useAction();
  const notices = useNotices();
  const tenants = useApp((state) => state.tenants);
  const loadTenants = useApp((state) => state.loadTenants);
  const go = useApp((state) => state.go);
  const already = tenants.find(({ tenantId }) => tenantId === found?.tenantId);
  const usable = displayName.safeParse(name);

  const show = (tenant: ResolvedTenant | null) => {
    setFound(tenant);
    // A name that was suggested for one tenant is not kept for another.
    if (!tenant || name !== suggested) return;
    setName(nameFromDomain(tenant.domain));
    setSuggested(nameFromDomain(tenant.domain));
  };
  const add = async () => {
    if (!found || !usable.success) return;
    const { tenantId, domain } = found;
    const result = await run(() =>
      call('tenants.add', {
        tenantId,
        displayName: usable.data,
        ...(domain ? { domain } : {}),
        ...(appId ? { appIds: [appId] } : {}),
      }),
    );
    if (!result.ok) return;
    await loadTenants();
    notices.done(i18n.t('{displayName} added', { displayName: result.value.displayName }));
    onClose();
    go({ page: 'tenants', tenantId });
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('Add tenant')}</DialogTitle>
          <DialogContent>
            {apps.length > 1 && <ChooseApp apps={apps} chosen={appId} onChoose={setAppId} />}
            <FindTenant key={appId} appId={appId} onFound={show} />
            {found && <FoundTenant tenant={found} already={already?.displayName} name={name} onName={setName} onEnter={() => void add()} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
            <Button appearance="primary" disabled={!found || already !== undefined || !usable.success || busy} onClick={() => void add()}>
              {i18n.t('Add')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
