import { type BrowserWindow, dialog } from 'electron';
import type { FileWish } from '../ipc/context';

/** Asks where to write a file; null when nowhere. */
export async function askForFile(window: BrowserWindow, { title, name, format, extension }: FileWish): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: name,
    filters: [{ name: format, extensions: [extension] }],
    properties: ['showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a folder to write files to; null when none. */
export async function askForFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
  return canceled ? null : (filePaths[0] ?? null);
}
