import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
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
    notices.done(
      i18n.t('{incidents, number} incidents of {displayName} deleted from this computer', {
        incidents: result.value.incidents,
        displayName,
      }),
    );
  };

  return (
    <ConfirmDialog
      open
      title={i18n.t('Delete the stored data of {displayName}?', { displayName })}
      confirm={i18n.t('Delete stored data')}
      busy={busy}
      onConfirm={() => void clear()}
      onCancel={onClose}
    >
      <p>
        <span className="code">{tenantId}</span>
      </p>
      <p>
        {i18n.t(
          '{incidentCount, plural, one {# incident} other {# incidents}}, the service’s answers they came in, and all that the search knows of them go from this computer. A read under way ends.',
          { incidentCount },
        )}
      </p>
      <p>
        {i18n.t(
          'The tenant stays in the list with its profile and its consent history. The next read brings back what the service still has.',
        )}
      </p>
    </ConfirmDialog>
  );
}
