import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { displayName } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { FormDialog } from '../../ui/FormDialog';
import { useAction } from '../common/use-action';

/** Another name for a customer; its ID stays. */
export function RenameTenantDialog({ tenant, onClose }: { tenant: Tenant; onClose(): void }) {
  const [name, setName] = useState(tenant.displayName);
  const { busy, run } = useAction();
  const loadTenants = useApp((state) => state.loadTenants);
  const usable = displayName.safeParse(name);

  const rename = async () => {
    if (!usable.success) return;
    const result = await run(() => call('tenants.rename', { tenantId: tenant.tenantId, displayName: usable.data }));
    if (!result.ok) return;
    await loadTenants();
    onClose();
  };

  return (
    <FormDialog
      title={i18n.t('Rename {displayName}', { displayName: tenant.displayName })}
      confirm={i18n.t('Rename')}
      disabled={busy || !usable.success}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <Field label={i18n.t('Display name')} validationMessage={usable.success ? undefined : i18n.t('A name of 1 to 120 characters.')}>
        <Input value={name} onChange={(_event, data) => setName(data.value)} />
      </Field>
    </FormDialog>
  );
}
