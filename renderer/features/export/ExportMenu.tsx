import { i18n } from '@lingui/core';
import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowExportUp20Regular } from '@fluentui/react-icons';
import { memo, useCallback, useState } from 'react';
import type { TenantId } from '../../../contract/ids';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import { ReportDialog } from './ReportDialog';
import { useCopyIncidents } from './use-copy-incidents';
import { useExportView } from './use-export-view';

/** The queue as it is, reports, and chosen incidents, out of Tenantry. */
export const ExportMenu = memo(function ExportMenu({ tenantId }: { tenantId: TenantId | null }) {
  const running = useApp(({ exporting }) => exporting !== null);
  const { busy, exportView } = useExportView(tenantId);
  const [reporting, setReporting] = useState(false);
  const closeReports = useCallback(() => setReporting(false), []);
  const copy = useCopyIncidents();
  const writes = [
    { id: 'export csv', label: i18n.t('Export this view as CSV…'), keys: ['e c'], run: () => void exportView('csv') },
    {
      id: 'export jsonl',
      label: i18n.t('Export this view as JSON Lines (whole incidents)…'),
      keys: ['e w'],
      run: () => void exportView('jsonl'),
    },
    { id: 'export reports', label: i18n.t('Reports for customers…'), keys: ['e r'], run: () => setReporting(true) },
  ];
  const copies = [
    { id: 'copy text', label: i18n.t('Copy the chosen incidents as text'), keys: ['y t'], run: () => void copy('text') },
    { id: 'copy markdown', label: i18n.t('Copy the chosen incidents as Markdown'), keys: ['y m'], run: () => void copy('markdown') },
    { id: 'copy html', label: i18n.t('Copy the chosen incidents as a table (HTML)'), keys: ['y h'], run: () => void copy('html') },
  ];
  const offered = busy || running ? copies : [...writes, ...copies];
  useKeys(offered.map((action) => ({ ...action, group: 'Queue' as const })));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<ArrowExportUp20Regular />}
            aria-label={i18n.t('Export and copy')}
            title={i18n.t('Export and copy')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {writes.map(({ id, label, run }) => (
              <MenuItem key={id} disabled={busy || running} onClick={run}>
                {label}
              </MenuItem>
            ))}
            <MenuDivider />
            {copies.map(({ id, label, run }) => (
              <MenuItem key={id} onClick={run}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {reporting && <ReportDialog tenantId={tenantId} onClose={closeReports} />}
    </>
  );
});
