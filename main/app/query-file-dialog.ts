import { i18n } from '@lingui/core';
import { type BrowserWindow, dialog } from 'electron';

/** Asks for a file of hunting queries; null when none was chosen. */
export async function askForQueryFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: i18n.t('Import queries'),
    properties: ['openFile'],
    filters: [
      { name: i18n.t('Hunting queries (JSON)'), extensions: ['json'] },
      { name: i18n.t('All files'), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
