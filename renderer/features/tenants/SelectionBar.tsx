import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { EditSeveralDialog, type SeveralEdit } from './EditSeveralDialog';
import { LinkSeveralDialog } from './LinkSeveralDialog';
import { RemoveSeveralDialog } from './RemoveSeveralDialog';
import { tagsOf } from './tenant-filter';

interface SelectionBarProps {
  chosen: readonly Tenant[];
  onClear(): void;
}

/** What can be done to the tenants that are ticked. */
export function SelectionBar({ chosen, onClear }: SelectionBarProps) {
  const [open, setOpen] = useState<SeveralEdit | 'remove' | 'apps' | null>(null);
  const several = useApp(({ status }) => (status?.partnerApps.length ?? 0) > 1);
  const close = () => setOpen(null);
  return (
    <div className="toolbar selection-bar" role="toolbar" aria-label={i18n.t('Selected tenants')}>
      <strong role="status">{i18n.t('{count, plural, one {# tenant} other {# tenants}} selected', { count: chosen.length })}</strong>
      <ActionButton group="Tenants" size="small" onClick={() => setOpen('setGroup')}>
        {i18n.t('Set group…')}
      </ActionButton>
      <ActionButton group="Tenants" size="small" onClick={() => setOpen('addTag')}>
        {i18n.t('Add tag…')}
      </ActionButton>
      <ActionButton group="Tenants" size="small" disabled={tagsOf(chosen).length === 0} onClick={() => setOpen('removeTag')}>
        {i18n.t('Remove tag…')}
      </ActionButton>
      {several && (
        <ActionButton group="Tenants" size="small" onClick={() => setOpen('apps')}>
          {i18n.t('Partner apps…')}
        </ActionButton>
      )}
      <ActionButton group="Tenants" size="small" onClick={() => setOpen('remove')}>
        {i18n.t('Remove tenants…')}
      </ActionButton>
      <span className="toolbar-space" />
      <ActionButton group="Tenants" size="small" appearance="transparent" onClick={onClear}>
        {i18n.t('Clear selection')}
      </ActionButton>
      {open === 'remove' && <RemoveSeveralDialog tenants={chosen} onClose={close} onRemoved={onClear} />}
      {open === 'apps' && <LinkSeveralDialog tenants={chosen} onClose={close} />}
      {open !== null && open !== 'remove' && open !== 'apps' && <EditSeveralDialog edit={open} tenants={chosen} onClose={close} />}
    </div>
  );
}
