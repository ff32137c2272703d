import { clipboard } from 'electron';
import type { ClipboardPort } from '../ipc/context';
import { writeClipboard } from './rich-clipboard';
import { ClipboardUnavailable, SecretClipboard } from './secret-clipboard';

/** The system's clipboard, as calls of the page use it. */
export class AppClipboard implements ClipboardPort {
  readonly #secrets = new SecretClipboard(clipboard);

  async copyText(text: string): Promise<void> {
    // A promise from Electron 45 on.
    await clipboard.writeText(text);
  }

  copyRich(content: { text: string; html?: string }): Promise<void> {
    return writeClipboard(content);
  }

  async copySecret(secret: string): Promise<boolean> {
    try {
      await this.#secrets.put(secret);
      return true;
    } catch (error) {
      if (error instanceof ClipboardUnavailable) return false;
      throw error;
    }
  }

  /** Takes a secret that is still there off it. */
  clear(): Promise<void> {
    return this.#secrets.clear();
  }
}
