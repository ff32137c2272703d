import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { counted } from '../common/incident-words';
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
    notices.done(`${displayName} removed`);
  };

  return (
    <ConfirmDialog
      open
      title={`Remove ${displayName}?`}
      confirm="Remove tenant"
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <p>
        <span className="code">{tenantId}</span>
      </p>
      <p>
        Its entry, its {counted(incidentCount)} stored {incidentCount === 1 ? 'incident' : 'incidents'} and its token are taken off this
        computer. Nothing changes at the customer: the consent it gave stays until it is withdrawn there.
      </p>
    </ConfirmDialog>
  );
}
