import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Tenant } from '../../../contract/tenant';
import { useApp } from '../../store/app-store';
import { EditSeveralDialog, type SeveralEdit } from './EditSeveralDialog';
import { LinkSeveralDialog } from './LinkSeveralDialog';
import { RemoveSeveralDialog } from './RemoveSeveralDialog';
import { tagsOf } from './tenant-filter';
import { tenantsCount } from './tenants-count';

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
    <div className="toolbar selection-bar" role="toolbar" aria-label="Selected tenants">
      <strong role="status">{tenantsCount(chosen.length)} selected</strong>
      <Button size="small" onClick={() => setOpen('setGroup')}>
        Set group…
      </Button>
      <Button size="small" onClick={() => setOpen('addTag')}>
        Add tag…
      </Button>
      <Button size="small" disabled={tagsOf(chosen).length === 0} onClick={() => setOpen('removeTag')}>
        Remove tag…
      </Button>
      {several && (
        <Button size="small" onClick={() => setOpen('apps')}>
          Partner apps…
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('remove')}>
        Remove tenants…
      </Button>
      <span className="toolbar-space" />
      <Button size="small" appearance="transparent" onClick={onClear}>
        Clear selection
      </Button>
      {open === 'remove' && <RemoveSeveralDialog tenants={chosen} onClose={close} onRemoved={onClear} />}
      {open === 'apps' && <LinkSeveralDialog tenants={chosen} onClose={close} />}
      {open !== null && open !== 'remove' && open !== 'apps' && <EditSeveralDialog edit={open} tenants={chosen} onClose={close} />}
    </div>
  );
}
