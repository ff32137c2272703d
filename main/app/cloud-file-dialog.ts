import { type BrowserWindow, dialog } from 'electron';

/** Asks for a cloud definition file; null when none was chosen. */
export async function askForCloudFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a cloud definition file',
    properties: ['openFile'],
    filters: [{ name: 'Cloud definition', extensions: ['json'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
