import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { counted } from '../common/incident-words';
import { useAction } from '../common/use-action';
import { TenantNames } from './TenantNames';
import { tenantsCount } from './tenants-count';

interface RemoveSeveralDialogProps {
  tenants: readonly Tenant[];
  onClose(): void;
  onRemoved(): void;
}

/** Names the tenants and what goes with them. */
export function RemoveSeveralDialog({ tenants, onClose, onRemoved }: RemoveSeveralDialogProps) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadTenants = useApp((state) => state.loadTenants);
  const incidents = tenants.reduce((sum, { incidentCount }) => sum + incidentCount, 0);

  const remove = async () => {
    const result = await run(() => call('tenants.removeSeveral', { tenantIds: tenants.map(({ tenantId }) => tenantId) }));
    if (!result.ok) return onClose();
    onRemoved();
    await loadTenants();
    notices.done(`${tenantsCount(result.value.removed)} removed`);
  };

  return (
    <ConfirmDialog
      open
      title={`Remove ${tenantsCount(tenants.length)}?`}
      confirm={`Remove ${tenantsCount(tenants.length)}`}
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <TenantNames tenants={tenants} />
      <p className="section-block">
        Their entries and profiles, their {counted(incidents)} stored {incidents === 1 ? 'incident' : 'incidents'} and their tokens are
        taken off this computer. Nothing changes at the customers: the consent they gave stays until it is withdrawn there.
      </p>
    </ConfirmDialog>
  );
}
