import type { BrowserWindow } from 'electron';
import type { ImportFormat } from '../../contract/tenant-files';
import type { CertificateFile } from '../identity/credentials/certificate-file';
import type { FileDialogs, FileWish, SaveAnswer, TextFile } from '../ipc/context';
import { askForCertificateFiles } from './certificate-files';
import { askForQueryFile } from './query-file-dialog';
import { askForFile, askForFolder } from './save-dialogs';
import { saveTextAs } from './save-text';
import { askForTenantFile, askWhereToSaveIncidents, askWhereToSaveTenants } from './tenant-file-dialogs';

/** Dialogs about files, over the window there is. Without one they answer as if they were called off. */
export class WindowFileDialogs implements FileDialogs {
  constructor(private readonly window: () => BrowserWindow | null) {}

  certificateFiles(): Promise<CertificateFile[] | null> {
    return this.#over(askForCertificateFiles);
  }

  tenantFile(): Promise<string | null> {
    return this.#over(askForTenantFile);
  }

  queryFile(): Promise<string | null> {
    return this.#over(askForQueryFile);
  }

  whereToSaveTenants(format: ImportFormat): Promise<string | null> {
    return this.#over((window) => askWhereToSaveTenants(window, format));
  }

  whereToSaveIncidents(name: string): Promise<string | null> {
    return this.#over((window) => askWhereToSaveIncidents(window, name));
  }

  whereToSave(wish: FileWish): Promise<string | null> {
    return this.#over((window) => askForFile(window, wish));
  }

  folder(title: string): Promise<string | null> {
    return this.#over((window) => askForFolder(window, title));
  }

  async saveText(file: TextFile): Promise<SaveAnswer> {
    return (await this.#over((window) => saveTextAs(window, file))) ?? 'cancelled';
  }

  async #over<T>(ask: (window: BrowserWindow) => Promise<T | null>): Promise<T | null> {
    const window = this.window();
    return window && ask(window);
  }
}
