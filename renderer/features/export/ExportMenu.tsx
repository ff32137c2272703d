import { i18n } from '@lingui/core';
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowExportUp20Regular } from '@fluentui/react-icons';
import type { TenantId } from '../../../contract/ids';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { useExportView } from './use-export-view';

/** The queue as it is, out of Tenantry. */
export function ExportMenu({ tenantId }: { tenantId: TenantId | null }) {
  const running = useApp(({ exporting }) => exporting !== null);
  const { busy, exportView } = useExportView(tenantId);
  useKeys([
    { id: 'export csv', label: i18n.t('Export this view as CSV'), group: 'Queue', keys: ['e c'], run: () => void exportView('csv') },
    {
      id: 'export jsonl',
      label: i18n.t('Export this view as JSON Lines'),
      group: 'Queue',
      keys: ['e w'],
      run: () => void exportView('jsonl'),
    },
  ]);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ArrowExportUp20Regular />}
          disabled={busy || running}
          aria-label={i18n.t('Export and copy')}
          title={i18n.t('Export and copy')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void exportView('csv')}>{i18n.t('Export this view as CSV…')}</MenuItem>
          <MenuItem onClick={() => void exportView('jsonl')}>{i18n.t('Export this view as JSON Lines (whole incidents)…')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
