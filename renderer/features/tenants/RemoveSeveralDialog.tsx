import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { TenantNames } from './TenantNames';

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
    notices.done(i18n.t('{count, plural, one {# tenant} other {# tenants}} removed', { count: result.value.removed }));
  };

  return (
    <ConfirmDialog
      open
      title={i18n.t('Remove {count, plural, one {# tenant} other {# tenants}}?', { count: tenants.length })}
      confirm={i18n.t('Remove {count, plural, one {# tenant} other {# tenants}}', { count: tenants.length })}
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <TenantNames tenants={tenants} />
      <p className="section-block">
        {i18n.t(
          'Their entries and profiles, their {incidents, number} stored {incidents, plural, one {incident} other {incidents}} and their tokens are taken off this computer. Nothing changes at the customers: the consent they gave stays until it is withdrawn there.',
          { incidents },
        )}
      </p>
    </ConfirmDialog>
  );
}
