import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

interface RemoveTenantDialogProps {
  tenant: Tenant;
  onClose(): void;
  onRemoved(): void;
}

/** Names the tenant and what goes with it. */
export function RemoveTenantDialog({ tenant, onClose, onRemoved }: RemoveTenantDialogProps) {
  const { tenantId, displayName, incidentCount } = tenant;
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadTenants = useApp((state) => state.loadTenants);

  const remove = async () => {
    const result = await run(() => call('tenants.remove', { tenantId }));
    if (!result.ok) return onClose();
    onRemoved();
    await loadTenants();
    notices.done(i18n.t('{displayName} removed', { displayName }));
  };

  return (
    <ConfirmDialog
      open
      title={i18n.t('Remove {displayName}?', { displayName })}
      confirm={i18n.t('Remove tenant')}
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <p>
        <span className="code">{tenantId}</span>
      </p>
      <p>
        {i18n.t(
          'Its entry, its {incidentCount, number} stored {incidentCount, plural, one {incident} other {incidents}} and its token are taken off this computer. Nothing changes at the customer: the consent it gave stays until it is withdrawn there.',
          { incidentCount },
        )}
      </p>
    </ConfirmDialog>
  );
}
