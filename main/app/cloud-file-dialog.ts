import { i18n } from '@lingui/core';
import { type BrowserWindow, dialog } from 'electron';

/** Asks for a cloud definition file; null when none was chosen. */
export async function askForCloudFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: i18n.t('Open a cloud definition file'),
    properties: ['openFile'],
    filters: [{ name: i18n.t('Cloud definition'), extensions: ['json'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Says what is wrong with a chosen file, in the sentences its reader made. */
export async function tellCloudFileRefused(window: BrowserWindow, file: string, why: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: i18n.t('This file defines no cloud that Tenantry can use.'),
    detail: `${file}\n\n${why}`,
  });
}
