import { i18n } from '@lingui/core';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ImportFormat } from '../../contract/tenant-files';

/** Asks where to write a tenant's incidents; null when nowhere. */
export async function askWhereToSaveIncidents(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: i18n.t('Export incidents'),
    defaultPath: name,
    filters: [{ name: 'JSON Lines', extensions: ['jsonl'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

const FILTERS: Record<ImportFormat, FileFilter> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  pack: { name: /*i18n*/ 'Tenantry team pack', extensions: ['json'] },
};

/** Asks for a file of tenants to import; null when none was chosen. */
export async function askForTenantFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: i18n.t('Import tenants'),
    properties: ['openFile'],
    filters: [
      { name: i18n.t('Tenants (CSV, JSON, team pack)'), extensions: ['csv', 'tsv', 'txt', 'json'] },
      { name: i18n.t('All files'), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to write tenants; null when nowhere. */
export async function askWhereToSaveTenants(window: BrowserWindow, format: ImportFormat): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10);
  const name = format === 'pack' ? `team-pack-${day}.json` : `tenants-${day}.${format}`;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: format === 'pack' ? i18n.t('Export a team pack') : i18n.t('Export tenants'),
    defaultPath: name,
    filters: [{ ...FILTERS[format], name: i18n.t(FILTERS[format].name) }],
  });
  return canceled || filePath === '' ? null : filePath;
}
