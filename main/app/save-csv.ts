import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';

/** Asks where a CSV is to be saved, and saves it there. */
export async function saveCsvAs(
  window: BrowserWindow,
  name: string,
  text: string,
): Promise<{ path: string } | 'cancelled' | { refused: string }> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save consent links',
    defaultPath: name,
    filters: [{ name: 'CSV', extensions: ['csv'] }],
    properties: ['showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return 'cancelled';
  try {
    await writeFile(filePath, text, { encoding: 'utf8', mode: 0o600 });
    return { path: filePath };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
