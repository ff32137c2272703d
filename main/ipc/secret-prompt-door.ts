import type { BrowserWindow } from 'electron';
import { SECRET_CANCEL_CHANNEL, SECRET_SUBMIT_CHANNEL, type SecretRefusal } from '../../contract/channels';
import { APP_ORIGIN } from '../window/app-protocol';

/** Looks at what was typed and does with it what it was asked for. Null: done. */
export type TakeSecret = (secret: string) => Promise<SecretRefusal | null>;

/**
 * Serves the secret window: two channels on that window's own contents, nothing of the application's contract.
 * Resolves true when a secret was taken, false when the window was closed without one.
 */
export function serveSecretPrompt(window: BrowserWindow, take: TakeSecret): Promise<boolean> {
  return new Promise((resolve) => {
    let taken = false;
    const own = (url: string | undefined) => url?.split('?')[0] === `${APP_ORIGIN}/secret-prompt/index.html`;
    window.webContents.ipc.handle(SECRET_SUBMIT_CHANNEL, async (event, secret: unknown) => {
      if (!own(event.senderFrame?.url) || typeof secret !== 'string' || secret.length > 4096) return 'failed';
      const refusal = await take(secret);
      if (refusal === null) {
        taken = true;
        if (!window.isDestroyed()) window.close();
      }
      return refusal;
    });
    window.webContents.ipc.handle(SECRET_CANCEL_CHANNEL, (event) => {
      if (own(event.senderFrame?.url)) window.close();
    });
    window.once('closed', () => resolve(taken));
  });
}
