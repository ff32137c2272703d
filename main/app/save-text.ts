import { type BrowserWindow, dialog } from 'electron';
import type { SaveAnswer, TextFile } from '../ipc/context';
import { writeWhole } from '../store/export/unfinished-file';

/** Asks where a text is to be saved, and saves it there. */
export async function saveTextAs(window: BrowserWindow, { title, name, format, extension, text }: TextFile): Promise<SaveAnswer> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: name,
    filters: [{ name: format, extensions: [extension] }],
    properties: ['showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return 'cancelled';
  try {
    await writeWhole(filePath, text);
    return { path: filePath };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
