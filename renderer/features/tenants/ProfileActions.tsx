import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { ActionButton } from '../../keys/ActionButton';
import { PanelSection } from '../../ui/Panel';
import { RemoveTenantDialog } from './RemoveTenantDialog';
import { RenameTenantDialog } from './RenameTenantDialog';

/** Renaming a customer and taking it out of the list. */
export function ProfileActions({ tenant, onRemoved }: { tenant: Tenant; onRemoved(): void }) {
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <PanelSection title={i18n.t('Entry')}>
      <div className="section-actions">
        <ActionButton group="Tenants" onClick={() => setOpen('rename')}>
          {i18n.t('Rename…')}
        </ActionButton>
        <ActionButton group="Tenants" onClick={() => setOpen('remove')}>
          {i18n.t('Remove tenant…')}
        </ActionButton>
      </div>
      {open === 'rename' && <RenameTenantDialog tenant={tenant} onClose={close} />}
      {open === 'remove' && <RemoveTenantDialog tenant={tenant} onClose={close} onRemoved={onRemoved} />}
    </PanelSection>
  );
}
