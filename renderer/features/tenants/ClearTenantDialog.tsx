import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { counted } from '../common/incident-words';
import { useAction } from '../common/use-action';

/** Names the tenant, what goes and what stays. */
export function ClearTenantDialog({ tenant, onClose }: { tenant: Tenant; onClose(): void }) {
  const { tenantId, displayName, incidentCount } = tenant;
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadTenants = useApp((state) => state.loadTenants);

  const clear = async () => {
    const result = await run(() => call('store.clearTenant', { tenantId }));
    onClose();
    if (!result.ok) return;
    await loadTenants();
    notices.done(`${counted(result.value.incidents)} incidents of ${displayName} deleted from this computer`);
  };

  return (
    <ConfirmDialog
      open
      title={`Delete the stored data of ${displayName}?`}
      confirm="Delete stored data"
      busy={busy}
      onConfirm={() => void clear()}
      onCancel={onClose}
    >
      <p>
        <span className="code">{tenantId}</span>
      </p>
      <p>
        {counted(incidentCount)} {incidentCount === 1 ? 'incident' : 'incidents'}, the service’s answers they came in, and all that the
        search knows of them go from this computer. A read under way ends.
      </p>
      <p>The tenant stays in the list with its profile and its consent history. The next read brings back what the service still has.</p>
    </ConfirmDialog>
  );
}
