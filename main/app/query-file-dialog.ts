import { type BrowserWindow, dialog } from 'electron';

/** Asks for a file of hunting queries; null when none was chosen. */
export async function askForQueryFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import queries',
    properties: ['openFile'],
    filters: [
      { name: 'Hunting queries (JSON)', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
