import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { displayName } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

/** Another name for a customer; its ID stays. */
export function RenameTenantDialog({ tenant, onClose }: { tenant: Tenant; onClose(): void }) {
  const [name, setName] = useState(tenant.displayName);
  const { busy, run } = useAction();
  const loadTenants = useApp((state) => state.loadTenants);
  const usable = displayName.safeParse(name);

  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (!usable.success) return;
    const result = await run(() => call('tenants.rename', { tenantId: tenant.tenantId, displayName: usable.data }));
    if (!result.ok) return;
    await loadTenants();
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void rename(event)}>
          <DialogBody>
            <DialogTitle>{i18n.t('Rename {displayName}', { displayName: tenant.displayName })}</DialogTitle>
            <DialogContent>
              <Field
                label={i18n.t('Display name')}
                validationMessage={usable.success ? undefined : i18n.t('A name of 1 to 120 characters.')}
              >
                <Input value={name} onChange={(_event, data) => setName(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy || !usable.success}>
                {i18n.t('Rename')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
