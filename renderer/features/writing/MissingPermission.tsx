import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { WriteAccess } from '../../../contract/writes';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { Banner } from '../../ui/Banner';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

type Missing = Pick<WriteAccess, 'tenantId' | 'tenantName' | 'missingRoles' | 'appId'>;

/** Which role is missing where, and the link that asks the customer for it. */
export function MissingPermission({ tenantId, tenantName, missingRoles, appId }: Missing) {
  const role = missingRoles.at(-1) ?? '';
  if (appId === null)
    return (
      <Banner intent="warning" title={i18n.t('{tenantName} is linked to none of your partner apps.', { tenantName })}>
        {i18n.t('Link it to an app in its details.')}
      </Banner>
    );
  return (
    <Banner
      intent="warning"
      title={i18n.t('{tenantName} does not allow changes: {role} is missing.', { tenantName, role })}
      actions={<ConsentLinkButton tenantId={tenantId} tenantName={tenantName} appId={appId} />}
    >
      {i18n.t(
        'Add this application permission to your app registration, then have an administrator of the customer consent with the link.',
      )}
    </Banner>
  );
}

/** Copies the consent link of a tenant. */
export function ConsentLinkButton({ tenantId, tenantName, appId }: { tenantId: string; tenantName: string; appId: string }) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const go = useApp((state) => state.go);
  const closeOrder = useApp((state) => state.closeOrder);
  const copy = async () => {
    const result = await run(() => call('consent.copy', { tenantId, appId, kind: 'adminV1' }));
    if (result.ok) notices.done(i18n.t('Consent link for {tenantName} copied', { tenantName }));
  };
  const open = () => {
    closeOrder();
    go({ page: 'tenants', tenantId });
  };
  return (
    <>
      <Button size="small" disabled={busy} onClick={() => void copy()}>
        {i18n.t('Copy consent link')}
      </Button>
      <Button size="small" onClick={open}>
        {i18n.t('Open tenant')}
      </Button>
    </>
  );
}
